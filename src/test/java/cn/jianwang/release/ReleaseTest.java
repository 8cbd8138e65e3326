package cn.jianwang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.rulebook.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rules folder becomes one object that decides, or nothing. */
class ReleaseTest {

    @TempDir
    private Path folder;

    private static GridEvent event(String content) {
        return new GridEvent("YS", "1", null, content, null, null, null, null, null, null, null, List.of(), null, null, null, null,
                List.of(), 0, null, List.of(), null, Map.of());
    }

    @Test
    void aSoundFolderDecidesUnderItsIdentity() {
        Release release = Release.load(SmallRules.copyTo(folder).root());
        Decision decision = release.decide(event("黑水流进河里。"));
        assertThat(decision.tier()).isEqualTo(Tier.B);
        assertThat(decision.release()).isEqualTo(release.release());
        assertThat(decision.release().version()).isEqualTo("小规则-1");
        assertThat(decision.release().sha256()).isEqualTo(release.rulebook().sha256());
    }

    @Test
    void aFolderWithAMistakeIsRefusedWithEveryProblem() {
        SmallRules rules = SmallRules.copyTo(folder).replacing("leads/GY01.csv", "污水入河；死鱼", "污水人河；死于")
                .replacing("tiers.csv", "升至", "升致");
        assertThatThrownBy(() -> Release.load(rules.root())).isInstanceOfSatisfying(RulesException.class,
                refused -> assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(4))
                .hasMessageContaining("污水入河").hasMessageContaining("怎么改");
    }

    @Test
    void twoReleasesSideBySideKeepToTheirOwnRules() {
        Release old = Release.load(SmallRules.copyTo(folder.resolve("old")).root());
        Release now = Release.load(SmallRules.copyTo(folder.resolve("now"))
                .replacing("leads/GY01.csv", "污水入河,污水入河,,,B", "污水入河,污水入河,,,C").root());
        for (int round = 0; round < 3; round++) {
            assertThat(old.decide(event("黑水流进河里。")).tier()).isEqualTo(Tier.B);
            assertThat(now.decide(event("黑水流进河里。")).tier()).isEqualTo(Tier.C);
        }
        assertThat(old.release()).isNotEqualTo(now.release());
    }

    @Test
    void aTraceTellsFactsRowsAndDecision() {
        Release release = Release.load(SmallRules.copyTo(folder).root());
        Trace trace = release.trace(event("黑水流进河里，打了三次电话没人管。"));
        assertThat(trace.facts()).extracting(fact -> fact.name()).containsExactly("污水入河", "多次反映无果");
        assertThat(trace.segments().get(0)).contains("污水入河", "多次反映无果", "履职不到位");
        assertThat(trace.holding()).extracting(Row::id).contains("TD-01", "XS-01", "DW-01").doesNotContain("XS-02");
        assertThat(trace.decision()).isEqualTo(release.decide(event("黑水流进河里，打了三次电话没人管。")));
    }

    @Test
    void theShippedRulesLoadAndDecide() {
        Release release = Release.load(Path.of("rules"));
        Decision decision = release.decide(event("今天天气很好。"));
        assertThat(decision.tier()).isEqualTo(Tier.D);
        assertThat(decision.explanation()).isNotEmpty();
        assertThat(decision.release().sha256()).hasSize(64);
    }
}
