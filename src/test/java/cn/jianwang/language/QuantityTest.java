package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people write them. */
class QuantityTest {

    private static final TextReader READER = new TextReader(Dictionary.of(List.of(new Term("水", "水", false))));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "欠了二十三人工资,人数,23", "十几户人家,户数,10", "两百多户,户数,200", "倒了三十车,车数,30", "占地1000平方米,面积,1.49998",
        "拖了两年半,时长,730", "打了五次电话,次数,5", "罚了三万五千元,金额,35000", "41万元,金额,410000", "三吨废酸,重量,3",
        "500公斤,重量,0.5", "一百二十万元,金额,1200000"})
    void amountsAreReadInTheirBaseUnit(String text, Quantity.Kind kind, double value) {
        List<Quantity> found = READER.read(null, text).quantities().stream().filter(q -> q.kind() == kind).toList();
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).value()).isCloseTo(value, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void datesAndRanksAreNotLastingTimes() {
        for (String text : List.of("2018年开工", "3月5日", "每年修一次", "读三年级")) {
            assertThat(READER.read(null, text).quantities()).as(text).noneMatch(q -> q.kind() == Quantity.Kind.时长);
        }
    }
}
