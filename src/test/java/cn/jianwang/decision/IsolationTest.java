package cn.jianwang.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.rulebook.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that throws is passed over and told; everything else goes on. */
class IsolationTest {

    private static final String DEAD_FISH = "黑水流进河里，鱼死了一片，打了三次电话没人管。";

    @TempDir
    private Path folder;

    private static GridEvent event(String content) {
        return new EventReader().read("{\"sourceSystem\":\"YS\",\"sourceEventId\":\"1\",\"content\":\"" + content + "\"}").event();
    }

    /** The small rules with mechanics that break on one row. */
    private Release breakingOn(String row) {
        SmallRules rules = SmallRules.copyTo(folder);
        for (String report : List.of("journal.holds( $where", "journal.derived( drools")) {
            rules.replacing("mechanics/triage.drl", report,
                    "Journal none = null; if ( $cube.getRow().id().equals( \"" + row + "\" ) ) { none.lead( 0, null ); }\n    " + report);
        }
        return Release.load(rules.root());
    }

    @ParameterizedTest
    @CsvSource({"XS-02,B", "XS-01,A", "DW-01,A", "TD-01,A", "JJ-01,A", "FZ-01,A"})
    void theRowThatThrowsIsNamedAndTheOthersDecide(String row, Tier tier) {
        Verdict verdict = breakingOn(row).verdict(event(row.equals("XS-02") ? "黑水流进河里，鱼死了一片。" : DEAD_FISH));
        assertThat(verdict.isolated()).containsExactly(row);
        Decision decision = verdict.decision();
        assertThat(decision.tier()).isEqualTo(tier);
        assertThat(decision.quality()).endsWith("需人工");
        assertThat(decision.explanation()).last().asString().contains(row, "运行出错", "人工复核");
        assertThat(decision.leads()).allSatisfy(lead -> assertThat(lead.rules()).doesNotContain(row));
    }

    @Test
    void anExclusionThatThrowsDoesNotExclude() {
        Verdict verdict = breakingOn("PC-01").verdict(event("黑水流进河里。河里的黑水清理干净了。"));
        assertThat(verdict.isolated()).containsExactly("PC-01");
        assertThat(verdict.decision().tier()).isEqualTo(Tier.B);
    }

    @Test
    void aRouteThatThrowsLeavesTheNextOneToRoute() {
        Verdict verdict = breakingOn("FL-01").verdict(event("黑水流进河里，相关部门互相推诿。"));
        assertThat(verdict.isolated()).containsExactly("FL-01");
        assertThat(verdict.decision().route().department()).isEqualTo("公益诉讼检察部门");
    }

    @Test
    void eventsThatTheRowDoesNotConcernAreUntouched() {
        Verdict verdict = breakingOn("XS-02").verdict(event("消防通道被车占了。"));
        assertThat(verdict.isolated()).isEmpty();
        assertThat(verdict.decision().quality()).doesNotContain("需人工");
    }

    @Test
    void decidingAloneGivesTheSameDecisionAndSaysSo() {
        Release release = breakingOn("XS-02");
        assertThat(release.decide(event(DEAD_FISH))).isEqualTo(release.verdict(event(DEAD_FISH)).decision());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 1000})
    void theCulpritsAreFoundAmongAny(int size) {
        List<Integer> items = IntStream.range(0, size).boxed().toList();
        for (List<Integer> bad : List.of(List.of(0), List.of(size - 1), List.of(size / 2, size - 1))) {
            List<Integer> distinct = bad.stream().distinct().toList();
            assertThat(Isolation.culprits(items, some -> some.stream().noneMatch(distinct::contains))).isEqualTo(distinct);
        }
    }

    @Test
    void nobodyIsToBlameForWhatNeverWorks() {
        assertThat(Isolation.culprits(List.of(1, 2, 3), some -> false)).isEmpty();
    }
}
