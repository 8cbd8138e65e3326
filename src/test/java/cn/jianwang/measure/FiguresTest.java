package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.rulebook.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected figures were counted by the measuring scripts, which are another program, from the same decisions. */
class FiguresTest {

    private static final Path LABELS = Path.of("src/test/resources/labels");

    @TempDir
    private static Path folder;
    private static Release release;

    @BeforeAll
    static void load() {
        release = Release.load(SmallRules.copyTo(folder).root());
    }

    private static TextFigures texts() throws IOException {
        return TextFigures.of(Judged.all(LabelFile.texts(LABELS.resolve("texts.jsonl")), release));
    }

    @Test
    void thePushesAreCounted() throws IOException {
        TextFigures figures = texts();
        assertThat(figures.rows()).isEqualTo(12);
        assertThat(figures.push()).isEqualTo(new Agreement(4, 2, 2));
        assertThat(figures.watch()).isEqualTo(new Agreement(7, 1, 2));
        assertThat(figures.direct()).isEqualTo(new Agreement(2, 0, 1));
        assertThat(figures.watch().precision()).isEqualTo(0.875, within(1e-9));
        assertThat(figures.watch().recall()).isEqualTo(0.778, within(5e-4));
        assertThat(figures.watch().f1()).isEqualTo(0.824, within(5e-4));
    }

    @Test
    void tiersAndDomainsAreCompared() throws IOException {
        TextFigures figures = texts();
        assertThat(figures.exact()).isEqualTo(0.583, within(5e-4));
        assertThat(figures.kappa()).isEqualTo(0.467, within(5e-4));
        assertThat(figures.lost()).isEqualTo(33.3, within(0.05));
        assertThat(figures.pushedAway()).isEqualTo(33.3, within(0.05));
        assertThat(figures.mainDomain()).isEqualTo(1.0);
        assertThat(figures.bothPush()).isEqualTo(4);
        assertThat(figures.domains()).containsExactly(Map.entry("GY01", new Agreement(4, 1, 1)),
                Map.entry("GY05", new Agreement(3, 0, 1)), Map.entry("GY16", new Agreement(0, 0, 1)));
        assertThat(figures.domainMacroF1()).isEqualTo(0.552, within(5e-4));
        assertThat(figures.confusion().get(Tier.B)).isEqualTo(Map.of(Tier.A, 0, Tier.B, 2, Tier.C, 1, Tier.D, 0));
        assertThat(figures.confusion().get(Tier.C)).isEqualTo(Map.of(Tier.A, 0, Tier.B, 1, Tier.C, 1, Tier.D, 1));
    }

    @Test
    void ofNothingAllFiguresAreNoughtAndNoneIsNotANumber() {
        TextFigures nothing = TextFigures.of(List.of());
        assertThat(nothing.push().f1()).isZero();
        assertThat(nothing.exact()).isZero();
        assertThat(nothing.kappa()).isEqualTo(1);
        assertThat(String.join("", ScoreText.lines(nothing))).doesNotContain("NaN");
    }

    @Test
    void eventsAreComparedInRoutingToo() throws IOException {
        EventFigures figures = EventFigures.of(Judged.all(LabelFile.events(LABELS.resolve("events.jsonl")), release));
        assertThat(figures.tier()).hasToString("4/4");
        assertThat(figures.push()).isEqualTo(new Agreement(2, 0, 0));
        assertThat(figures.mainDomain()).hasToString("1/2");
        assertThat(figures.leadType()).hasToString("1/2");
        assertThat(figures.county()).hasToString("1/1");
        assertThat(figures.department()).hasToString("1/2");
        assertThat(figures.handoff()).hasToString("0/1");
        assertThat(figures.kinds()).hasToString("{正例=2/2, 陷阱=2/2}");
    }

    @Test
    void theDearestErrorComesFirstWithWhatWasFound() throws IOException {
        List<String> errors = new CostlyErrors(release).explain(Judged.all(LabelFile.texts(LABELS.resolve("texts.jsonl")), release), 3);
        assertThat(errors).hasSize(3);
        assertThat(errors.get(0)).startsWith("t10　应为 A GY01，判为 D 无领域　代价 19").contains("标注理由：死鱼而无排口", "认定的事实：没有");
        assertThat(errors.get(1)).startsWith("t4　应为 D 无领域，判为 B GY01").contains("污水入河「流进河」", "XS-01「污水入河」");
    }

    @Test
    void missingCostsMoreThanAlarmingAndThePushLineDoublesIt() {
        assertThat(CostlyErrors.cost(Tier.A, Tier.D)).isEqualTo(19);
        assertThat(CostlyErrors.cost(Tier.D, Tier.A)).isEqualTo(18);
        assertThat(CostlyErrors.cost(Tier.B, Tier.C)).isEqualTo(3);
        assertThat(CostlyErrors.cost(Tier.C, Tier.D)).isEqualTo(2);
        assertThat(CostlyErrors.cost(Tier.B, Tier.A)).isEqualTo(1);
        assertThat(CostlyErrors.cost(Tier.B, Tier.B)).isZero();
    }
}
