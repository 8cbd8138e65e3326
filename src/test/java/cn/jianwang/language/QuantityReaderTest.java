package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them, with their units, in the base unit of the kind. */
class QuantityReaderTest {

    private static final TextReader READER = new TextReader(Dictionary.of(List.of()));

    private static List<Quantity> amounts(String text) {
        return READER.read(null, text).quantities();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "23人|23", "1,200人|1200", "十二人|12", "二十三人|23", "一百零五人|105", "两百三十人|230", "两百三人|230", "三千人|3000",
            "三万五人|35000", "一亿人|100000000", "1.5万人|15000", "３０人|30", "壹佰贰拾人|120", "廿人|20", "三十多人|30",
            "200余人|200", "两百来人|200", "一百二十万人|1200000", "十几人|10", "几十人|30", "数百人|300"})
    void numbersReadAsPeopleMeanThem(String text, double value) {
        assertThat(amounts(text)).singleElement().satisfies(amount -> {
            assertThat(amount.kind()).isEqualTo(Quantity.Kind.人数);
            assertThat(amount.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "二十几户|户数|20", "反映了三次|次数|3", "跑了五趟|次数|5", "臭了半个月|时长|15", "三个月|时长|90", "两年|时长|730", "两个星期|时长|14",
            "连续一周|时长|7", "拖了两年半|时长|730", "占地五亩|面积|5", "2公顷|面积|30", "10平方公里|面积|15000", "三吨|重量|3", "五百公斤|重量|0.5", "五斤|重量|0.0025",
            "200立方米|体积|200", "四十车|车数|40", "41万元|金额|410000", "1.2亿元|金额|120000000", "三千块钱|金额|3000", "两万块|金额|20000",
            "12箱|件数|12", "八百头|头数|800", "3公里|长度|3000", "13岁|年龄|13", "两幢|楼栋|2"})
    void unitsGoToTheBaseUnitOfTheirKind(String text, Quantity.Kind kind, double value) {
        assertThat(amounts(text)).singleElement().satisfies(amount -> {
            assertThat(amount.kind()).isEqualTo(kind);
            assertThat(amount.value()).isEqualTo(value, within(1e-9));
        });
    }

    @Test
    void squareMetresAreCountedInMu() {
        assertThat(amounts("占地2000平方米")).singleElement()
                .satisfies(amount -> assertThat(amount.value()).isEqualTo(3, within(0.001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018年的事", "3月5日", "每年都来", "第三年", "二年级学生", "二零一八年建的", "一八年建的",
            "零九年建的", "二一年就反映过"})
    void datesAndRanksAreNotLastingTimes(String text) {
        assertThat(amounts(text)).noneMatch(amount -> amount.kind() == Quantity.Kind.时长);
    }

    @Test
    void anAmountPointsAtItsWords() {
        Reading reading = READER.read(null, "倒 了４０车渣土，欠23人工资。");
        assertThat(reading.quantities()).extracting(amount -> reading.quote(amount.start(), amount.end()))
                .containsExactly("４０车", "23人");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一些人", "人人都说", "没有数字", "12345热线", ""})
    void wordsWithoutAnAmountGiveNone(String text) {
        assertThat(amounts(text)).isEmpty();
    }
}
