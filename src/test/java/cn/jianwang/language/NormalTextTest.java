package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are matched on the normal text, and every position of it leads back to the original. */
class NormalTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "ＡＢ１２，排污！|ab12,排污!",
            "PM2.5 Test|pm2.5 test",
            "污 水　直\u00A0排|污水直排",
            "污   水|污水",
            "污水 100 吨|污水 100 吨",
            "排\u200B污\uFEFF口\u2060|排污口",
            "排 \u200B污\u200B 口|排污口",
            "a\u2003b|a b",
            "电、鱼|电、鱼"})
    void writingVariantsFoldToOneForm(String original, String normal) {
        assertThat(NormalText.of(original).text()).isEqualTo(normal);
    }

    @Test
    void lineBreaksStayEvenBetweenChinese() {
        assertThat(NormalText.of("污\r\n水\n直排").text()).isEqualTo("污\n\n水\n直排");
    }

    @Test
    void spansAfterVanishedUnitsPointIntoTheOriginal() {
        NormalText text = NormalText.of("巡查\u200B发现，有 人 电　鱼。");
        int at = text.text().indexOf("有人电鱼");
        assertThat(text.original().substring(text.originalStart(at), text.originalEnd(at + 4))).isEqualTo("有 人 电　鱼");
    }

    @Test
    void aSpanEndsBeforeTheUnitsThatVanishAfterIt() {
        NormalText text = NormalText.of("电鱼\u200B\u200B了");
        assertThat(text.originalEnd(2)).isEqualTo(2);
        assertThat(text.originalStart(2)).isEqualTo(4);
    }

    @Test
    void surrogatePairsStayWhole() {
        NormalText text = NormalText.of("😀电鱼😀");
        int at = text.text().indexOf("电鱼");
        assertThat(text.text()).isEqualTo("😀电鱼😀");
        assertThat(text.originalStart(at)).isEqualTo(2);
        assertThat(text.originalEnd(text.length())).isEqualTo(6);
    }

    @Test
    void aTextOf45000UnitsMapsBackEverywhere() {
        NormalText text = NormalText.of("污 水\u200B直排，Ａ厂！".repeat(4_500));
        assertThat(text.original()).hasSizeGreaterThanOrEqualTo(45_000);
        assertThat(text.text()).isEqualTo("污水直排,a厂!".repeat(4_500));
        int last = text.text().lastIndexOf("污水");
        assertThat(text.original().substring(text.originalStart(last), text.originalEnd(last + 2))).isEqualTo("污 水");
    }

    @Test
    void anEmptyTextIsFine() {
        NormalText text = NormalText.of("");
        assertThat(text.text()).isEmpty();
        assertThat(text.originalStart(0)).isZero();
        assertThat(text.originalEnd(0)).isZero();
    }
}
