package cn.jianwang.fact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.fact.FactPattern.Range;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.Modality;
import cn.jianwang.language.Polarity;
import cn.jianwang.language.Quantity;
import cn.jianwang.language.Reading;
import cn.jianwang.language.Term;
import cn.jianwang.language.TextReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How words and amounts become facts. */
class FactFinderTest {

    private static final Dictionary DICTIONARY = Dictionary.of(List.of(part("倒", "倒入"), part("河", "河"), part("河", "溪"),
            part("工厂", "厂"), part("自家", "自家"), part("未见词", "未发现"), part("询问词", "请问"), part("欠", "欠"), part("保证金", "保证金"),
            part("渣土", "渣土")));
    private static final TextReader READER = new TextReader(DICTIONARY);

    private static Term part(String concept, String word) {
        return new Term(word, concept, false);
    }

    private static FactPattern pattern(String id, String act, String object, Range range) {
        return new FactPattern(id, "倒河", Set.of(), Set.of(act), Set.of(object), Set.of("自家"), range, false, false);
    }

    private static List<Fact> find(Collection<FactPattern> patterns, Collection<QuantityRule> quantities, String text) {
        return new FactFinder(DICTIONARY, patterns, quantities).find(READER.read(null, text));
    }

    private static List<Fact> find(FactPattern pattern, String text) {
        return find(List.of(pattern), List.of(), text);
    }

    @ParameterizedTest
    @CsvSource({
            "渣土倒入河里。, 同分句;同句;邻句;同段",
            "渣土倒入，旁边是河。, 同句;邻句;同段",
            "渣土倒入。旁边是河。, 邻句;同段",
            "旁边是河。渣土倒入。, 邻句;同段",
            "渣土倒入。没人管。旁边是河。, 同段",
            "1.渣土倒入。2.旁边是河。, ''"})
    void wordsMayStandAsFarApartAsTheRangeSays(String text, String ranges) {
        List<String> found = Arrays.stream(Range.values())
                .filter(range -> !find(pattern("T-1", "倒", "河", range), text).isEmpty()).map(Range::name).toList();
        assertThat(String.join(";", found)).isEqualTo(ranges);
    }

    @ParameterizedTest
    @CsvSource({"同句, 60, true", "同句, 61, false", "邻句, 60, true", "邻句, 61, false", "同段, 61, true"})
    void aSentenceThatNeverEndsHoldsNothingTogether(Range range, int apart, boolean found) {
        String text = "渣土倒入" + "，".repeat(apart - 2) + "河。";
        assertThat(find(pattern("T-1", "倒", "河", range), text)).hasSize(found ? 1 : 0);
    }

    @Test
    void theEvidenceCoversAllWordsOfThePattern() {
        Reading reading = READER.read(null, "晚上把渣土倒入门口的溪里。");
        Fact fact = new FactFinder(DICTIONARY, List.of(pattern("T-1", "倒", "河", Range.同句)), List.of()).find(reading).get(0);
        assertThat(reading.quote(fact.start(), fact.end())).isEqualTo("倒入门口的溪");
        assertThat(fact.source()).isEqualTo("T-1");
    }

    @ParameterizedTest
    @CsvSource({"同分句, true", "同句, false"})
    void aConceptOfUnlessWithinTheRangeForbidsTheFact(Range range, boolean found) {
        assertThat(find(pattern("T-1", "倒", "河", range), "渣土倒入河里，自家的。").isEmpty()).isEqualTo(!found);
    }

    @Test
    void everyGroupThatIsNotEmptyIsNeeded() {
        FactPattern three = new FactPattern("T-1", "厂倒河", Set.of("工厂"), Set.of("倒"), Set.of("河"), Set.of(), Range.同句, false, false);
        assertThat(find(three, "这厂把渣土倒入河里。")).hasSize(1);
        assertThat(find(three, "有人把渣土倒入河里。")).isEmpty();
        FactPattern one = new FactPattern("T-2", "有厂", Set.of("工厂"), Set.of(), Set.of(), Set.of(), Range.同句, false, false);
        assertThat(find(one, "这厂天天开工。")).hasSize(1);
    }

    @Test
    void aNegatedWordDeniesTheFactUnlessThePatternSaysOtherwise() {
        FactPattern plain = pattern("T-1", "倒", "河", Range.同句);
        assertThat(find(plain, "未发现倒入河里。")).singleElement().satisfies(fact -> {
            assertThat(fact.polarity()).isEqualTo(Polarity.否定);
            assertThat(fact.isAsserted()).isFalse();
        });
        FactPattern despite = new FactPattern("T-2", "倒河", Set.of(), Set.of("倒"), Set.of("河"), Set.of(), Range.同句, true, true);
        assertThat(find(despite, "未发现倒入河里。")).singleElement().matches(Fact::isAsserted);
        assertThat(find(despite, "请问倒入河里罚多少。")).singleElement().matches(Fact::isAsserted);
        assertThat(find(plain, "请问倒入河里罚多少。")).singleElement()
                .satisfies(fact -> assertThat(fact.modality()).isEqualTo(Modality.询问));
    }

    @Test
    void aSegmentKeepsOneFactOfAName_theAssertedOneFirst() {
        Reading reading = READER.read(null, "未发现倒入河里。后来倒入溪里。");
        List<Fact> facts = new FactFinder(DICTIONARY, List.of(pattern("T-1", "倒", "河", Range.同分句)), List.of()).find(reading);
        assertThat(facts).singleElement().matches(Fact::isAsserted)
                .satisfies(fact -> assertThat(reading.quote(fact.start(), fact.end())).isEqualTo("倒入溪"));
    }

    @Test
    void segmentsKeepTheirOwnFacts() {
        List<Fact> facts = find(pattern("T-1", "倒", "河", Range.同句), "1.倒入河里。2.倒入溪里。");
        assertThat(facts).extracting(Fact::segment).containsExactly(0, 1);
    }

    @Test
    void ofSeveralPartnersTheNearestIsTheEvidence() {
        Reading reading = READER.read(null, "那条河很长，渣土倒入溪里。");
        Fact fact = new FactFinder(DICTIONARY, List.of(pattern("T-1", "倒", "河", Range.同句)), List.of()).find(reading).get(0);
        assertThat(reading.quote(fact.start(), fact.end())).isEqualTo("倒入溪");
    }

    @ParameterizedTest
    @CsvSource({"欠9人工资, ''", "欠10人工资, 十人以上", "欠49人工资, 十人以上", "欠50人工资, ''", "来了10人, ''", "来了10人，欠, ''",
            "欠10人保证金, ''"})
    void anAmountCountsFromTheLeastBelowTheMostNextToItsWords(String text, String expected) {
        QuantityRule rule = new QuantityRule("S-1", "十人以上", Quantity.Kind.人数, 10, 50, Set.of("欠"), Set.of("保证金"));
        assertThat(String.join(";", find(List.of(), List.of(rule), text).stream().map(Fact::name).toList())).isEqualTo(expected);
    }

    @Test
    void anAmountOfAnotherKindDoesNotCount() {
        QuantityRule rule = new QuantityRule("S-1", "十人以上", Quantity.Kind.人数, 10, Double.POSITIVE_INFINITY, Set.of(), Set.of());
        assertThat(find(List.of(), List.of(rule), "倒入了40车渣土")).isEmpty();
        assertThat(find(List.of(), List.of(rule), "来了100000人")).hasSize(1);
    }

    @Test
    void factsComeInTheOrderOfTheText() {
        QuantityRule cars = new QuantityRule("S-1", "多车", Quantity.Kind.车数, 2, Double.POSITIVE_INFINITY, Set.of(), Set.of());
        List<Fact> facts = find(List.of(pattern("T-1", "倒", "河", Range.同分句)), List.of(cars), "40车渣土，倒入河里。");
        assertThat(facts).extracting(Fact::name).containsExactly("多车", "倒河");
    }
}
