package cn.jianwang.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataMaskTest {

    private final PersonalDataMask mask = PersonalDataMask.ofPatterns();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "电话13800138000，请回复|电话***********，请回复",
            "138-0013-8000|***-****-****",
            "+86 13800138000。|+** ***********。",
            "１３８００１３８０００|***********",
            "0570-3021234转8|****-*********",
            "(0570)3021234|(****)*******",
            "联系电话：3021234|联系电话：*******",
            "身份证330802199001011234号|身份证******************号",
            "身份证33080219900101123X号|身份证******************号",
            "证号330802900101123|证号***************",
            "卡号6222021234567890123|卡号*******************",
            "6222 0212 3456 7890 123|**** **** **** **** ***",
            "账号 201000123456789|账号 ***************",
            "邮箱zhang.san@example.com.cn，|邮箱*****.***@*******.***.**，"})
    void personalNumbersBecomeStarsOfTheSameLength(String text, String masked) {
        assertThat(mask.text(text)).isEqualTo(masked).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"已电子催单工单编号 3308032023120512", "工单号：330803202312051234", "拨打12345和110", "欠薪1234567元",
            "2023年12月5日至2024年1月", "统一社会信用代码91330803MA2DABCD1X", "信用代码913308007123456789", "占地3021234平方米",
            "2021 2022 2023 2024", "案号（2024）浙0803民初1234号", "400-8123456"})
    void otherNumbersStay(String text) {
        assertThat(mask.text(text)).isEqualTo(text);
    }

    @Test
    void theWordNumberDoesNotUncoverAnIdentityCard() {
        assertThat(mask.text("身份证编号：330802199001011234")).endsWith("*".repeat(18));
    }

    @Test
    void theReporterIsMaskedByNameAndNumber() {
        PersonalDataMask own = PersonalDataMask.of(new GridEvent.Reporter("欧阳修", "66-7788"));
        assertThat(own.text("欧阳修来电66-7788，欧阳修说")).isEqualTo("欧**来电**-****，欧**说");
    }

    @ParameterizedTest
    @ValueSource(strings = {"匿名", "市民", "网格员", "王"})
    void wordsThatNameNobodyStay(String name) {
        String text = "市民王某匿名举报，网格员已到场";
        assertThat(PersonalDataMask.of(new GridEvent.Reporter(name, "12345")).text(text)).isEqualTo(text);
    }

    @Test
    void longHostileTextsCostNoTime() {
        String text = "a".repeat(10_000) + "1".repeat(5_000) + "1 ".repeat(2_500);
        assertThat(mask.text(text)).hasSameSizeAs(text);
    }

    @Property(tries = 300)
    void lengthIsKeptAndMaskingTwiceChangesNothing(@ForAll @StringLength(max = 200) String noise) {
        String text = noise + "电话13800138000" + noise;
        String masked = mask.text(text);
        assertThat(masked).hasSameSizeAs(text);
        assertThat(mask.text(masked)).isEqualTo(masked);
    }
}
