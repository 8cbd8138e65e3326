package cn.jianwang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of the rules turns a case red where a case depends on it, and the fast way finds the same as the plain one. */
class MutationTest {

    private static final String HEADER = "编号,考哪条,标题,事件内容,渠道,处置,催办,期望档位,期望领域,期望线索,期望去向,期望紧急,须触发,不得触发,差一步\n";

    @TempDir
    private Path folder;
    private Path cases;
    private SmallRules rules;

    @BeforeEach
    void copyTheSmallRules() throws IOException {
        rules = SmallRules.copyTo(folder.resolve("rules"));
        cases = Files.createDirectories(folder.resolve("test-cases"));
    }

    private void cases(String rows) throws IOException {
        Files.writeString(cases.resolve("cases.csv"), HEADER + rows);
    }

    private MutationReport run(int words, String... tables) {
        return new Mutation(Release.load(rules.root()), cases).run(List.of(tables), words);
    }

    private static MutationReport.Outcome outcome(MutationReport report, String row, String missing) {
        return report.outcomes().stream().filter(o -> o.row().equals(row) && o.missing().contains(missing)).findFirst().orElseThrow();
    }

    @Test
    void aRowIsKilledByACaseThatNeedsItAndNotByItsOwnExample() throws IOException {
        cases("AL-1,,,消防通道被车占了。,,,,C,,,,,,,\n");
        MutationReport report = run(0, "线索规则");
        assertThat(outcome(report, "XS-11", "整行").killer()).isEqualTo("AL-1");
        MutationReport.Outcome survivor = outcome(report, "XS-03", "整行");
        assertThat(survivor.survived()).isTrue();
        assertThat(survivor.advice()).contains("噪声扰民、十户以上", "须触发填 XS-03");
        assertThat(report.survivors()).contains(survivor);
    }

    @Test
    void anItemIsKilledByTheCaseThatDiffersByIt() throws IOException {
        cases("AL-1,,,黑水流进河里，清理干净了。打了三次电话没人管。,,,,A,,,,,,PC-01,\n");
        MutationReport report = run(0, "排除规则");
        assertThat(outcome(report, "PC-01", "不得有「履职不到位」").killer()).isEqualTo("AL-1");
        assertThat(outcome(report, "PC-01", "整行").survived()).isTrue();
        assertThat(outcome(report, "PC-01", "须全有「已整改」").killer()).as("own counter-example").isEqualTo("PC-01");
    }

    @Test
    void aWordAndAPatternAreKilledByTheTextThatNeedsThem() throws IOException {
        cases("AL-1,,,污水排进溪里。,,,,B,,,,,,,\n");
        MutationReport report = run(1000);
        assertThat(outcome(report, "溪", "水体").killer()).isEqualTo("AL-1");
        assertThat(outcome(report, "倒进", "排放").survived()).isTrue();
        assertThat(outcome(report, "TZ-01", "整行").killer()).isEqualTo("AL-1");
        assertThat(outcome(report, "SL-01", "整行").survived()).isFalse();
    }

    @Test
    void scoresCountByTableAndKind() throws IOException {
        cases("AL-1,,,消防通道被车占了。,,,,C,,,,,,,\n");
        MutationReport report = run(0, "线索规则", "档位规则");
        assertThat(report.scores()).extracting(MutationReport.Score::table).containsOnly("线索规则", "档位规则");
        MutationReport.Score leads = report.scores().get(0);
        assertThat(leads.kind()).isEqualTo("行");
        assertThat(leads.mutants()).isEqualTo(4);
        assertThat(leads.killed()).isEqualTo(1);
        assertThat(leads.isGuarded()).isTrue();
        assertThat(report.scores().get(1).isGuarded()).isFalse();
    }

    @Test
    void whatIsOnTrialIsNeitherTakenOutNorKills() throws IOException {
        rules.replacing("lexicon/common.csv", "黑水,", "翻白,死鱼,字串,试行,测试\n黑水,");
        cases("AL-1,XS-04,,鱼死了一片。,,,,A,,,,,XS-04,,\n");
        MutationReport report = run(1000);
        assertThat(report.outcomes()).extracting(MutationReport.Outcome::row).doesNotContain("XS-04", "翻白").contains("XS-03", "死鱼");
        assertThat(outcome(report, "TZ-05", "整行").killer()).isNotEqualTo("AL-1");
        assertThat(report.outcomes()).extracting(MutationReport.Outcome::killer).doesNotContain("AL-1");
    }

    @Test
    void withoutCasesEveryLeadRowSurvives() {
        assertThat(run(0, "线索规则").outcomes()).filteredOn(o -> o.kind().equals("行")).isNotEmpty()
                .allMatch(MutationReport.Outcome::survived);
    }

    @Test
    void theFastWayFindsWhatThePlainWayFinds() throws IOException {
        cases(randomCases(new Random(20260102), 120));
        Release release = Release.load(rules.root());
        Mutation mutation = new Mutation(release, cases);
        List<Mutant> mutants = new ArrayList<>(Mutant.of(release.rulebook(), release.rulebook().terms()));
        int red = 0;
        for (Mutant mutant : mutants) {
            assertThat(mutation.red(mutant, false)).as(mutant.title()).isEqualTo(mutation.red(mutant, true));
            red += mutation.red(mutant, false).size();
        }
        assertThat(mutants).hasSizeGreaterThan(80);
        assertThat(red).as("many mutants must bite, or the test tells nothing").isGreaterThan(200);
    }

    @Test
    void theFastWayFindsWhatThePlainWayFindsOnTheShippedRules() {
        Release release = Release.load(Path.of("rules"));
        Mutation mutation = new Mutation(release, Path.of("test-cases"));
        for (Mutant.Kind kind : Mutant.Kind.values()) {
            List<Mutant> mutants = new ArrayList<>(Mutant.of(release.rulebook(), release.rulebook().terms()).stream()
                    .filter(mutant -> mutant.kind() == kind).toList());
            Collections.shuffle(mutants, new Random(20260103));
            List<Mutant> biting = mutants.stream().filter(mutant -> !mutation.red(mutant, false).isEmpty()).limit(2).toList();
            Stream.concat(biting.stream(), mutants.stream().limit(1)).forEach(mutant -> assertThat(mutation.red(mutant, false))
                    .as(mutant.title()).isEqualTo(mutation.red(mutant, true)));
        }
    }

    /** Texts put together at random; what comes of them today is what is expected, of everything that a case can expect. */
    private String randomCases(Random random, int count) {
        List<String> pieces = List.of("黑水流进河里", "污水排进溪里", "鱼死了一片", "消防通道被车占了", "楼上天天吵", "十二户都嫌", "打了三次电话没人管", "城管和物业互相推",
                "清理干净了", "厂里手续齐全", "请问怎么办理", "未发现死鱼", "没有死鱼", "如果黑水倒进河里", "要求处理", "宣传消毒水", "但", "发现电鱼", "三户住户");
        List<String> results = List.of("", "", "环保局：已经清理干净", "城管：打了三次电话没人管｜城管：清理干净", "环保局：互相推");
        StringBuilder rows = new StringBuilder();
        try (Release release = Release.load(rules.root())) {
            for (int i = 0; i < count; i++) {
                List<String> some = new ArrayList<>(pieces);
                Collections.shuffle(some, random);
                String text = String.join(random.nextBoolean() ? "，" : "。", some.subList(0, 1 + random.nextInt(5)));
                String title = random.nextInt(4) == 0 ? pieces.get(random.nextInt(pieces.size())) : "";
                String channel = random.nextInt(3) == 0 ? "网格巡查" : "";
                String handling = results.get(random.nextInt(results.size()));
                String given = "AL-" + i + ",," + title + "," + text + "," + channel + "," + handling + "," + random.nextInt(3) + ",";
                TestCase testCase = new TestCase("", 0, java.util.Map.of("编号", "AL-" + i, "标题", title, "事件内容", text, "渠道", channel,
                        "处置", handling, "催办", given.substring(given.length() - 2, given.length() - 1)));
                rows.append(given).append(expectations(release, testCase)).append('\n');
            }
        }
        return rows.toString();
    }

    private static String expectations(Release release, TestCase testCase) {
        var decision = release.decide(testCase.event());
        var rows = new java.util.TreeSet<String>();
        decision.leads().forEach(lead -> rows.addAll(lead.rules()));
        decision.excluded().stream().map(e -> e.rule()).filter(id -> !id.equals("语境")).forEach(rows::add);
        var near = decision.nearMisses().stream().map(n -> n.rule() + " 缺 " + String.join(" 或 ", n.missing())).toList();
        return decision.tier() + "," + (decision.domains().isEmpty() ? "" : decision.domains().get(0)) + ","
               + (decision.leads().isEmpty() ? "" : decision.leads().get(0).leadType()) + ","
               + (decision.handoff() == null ? "" : decision.handoff().code()) + "," + decision.urgency() + "," + String.join("；", rows)
               + ",," + String.join("；", near);
    }
}
