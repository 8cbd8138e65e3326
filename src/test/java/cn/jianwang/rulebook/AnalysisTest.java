package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows against rows, with their days, their status and the facts that follow from others. */
class AnalysisTest {

    private static final String LEADS = "编号,状态,线索类型,规则名,须全有,须有其一,不得有,档位,依据,主管机关,补充要素,生效日,失效日,说明,正例,反例,起草,复核\n";

    @TempDir
    private Path folder;
    private SmallRules rules;

    @BeforeEach
    void copyTheSmallRules() {
        rules = SmallRules.copyTo(folder);
    }

    private List<String> findings(String today, String... leads) {
        rules.with("leads/office.csv", LEADS + String.join("\n", leads) + "\n");
        RulebookReader.Result result = rules.inspect(LocalDate.parse(today));
        return Stream.concat(result.problems().stream(), result.reminders().stream())
                .filter(problem -> problem.file().equals("leads/office.csv")).map(problem -> problem.code() + " " + problem.row()).toList();
    }

    private static String lead(String id, String status, String all, String none, String tier, String from, String until) {
        return String.join(",", id, status, "GY05-03", "规则", all, "", none, tier, "", "", "", from, until, "", "", "", "甲", "乙");
    }

    /** 90 holds until the end of September, 91 from its day. */
    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-09-15, X01 XS-91", "2026-01-01, 2026-10-01,", "2026-09-20, 2026-09-15, X01 XS-91", "2026-10-02, 2026-09-15,"})
    void rowsConflictOnlyOnDaysThatAreStillToComeAndThatTheyShare(String today, String from, String finding) {
        assertThat(findings(today, lead("XS-90", "正式", "通道堵占；死鱼", "", "B", "", "2026-10-01"),
                lead("XS-91", "正式", "通道堵占；死鱼", "", "A", from, "")))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void aConflictToComeSaysWhen() {
        findings("2026-01-01", lead("XS-90", "正式", "通道堵占；死鱼", "", "B", "", ""), lead("XS-91", "正式", "通道堵占；死鱼", "", "A", "2026-09-15", ""));
        assertThat(rules.inspect(LocalDate.parse("2026-01-01")).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("档位：自 2026-09-15 起，与 XS-90"));
    }

    @ParameterizedTest
    @CsvSource({"草稿", "试行", "停用"})
    void rowsThatDoNotDecideConflictWithNothing(String status) {
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "通道堵占；死鱼", "", "B", "", ""),
                lead("XS-91", status, "通道堵占；死鱼", "", "A", "", ""))).isEmpty();
    }

    @Test
    void aDerivedFactIsWhatItFollowsFrom() {
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "推诿", "履职不到位", "B", "", ""))).containsExactly("E11 XS-90");
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "履职不到位；死鱼", "", "B", "", ""),
                lead("XS-91", "正式", "推诿；死鱼", "", "B", "", ""))).containsExactly("W02 XS-91");
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "履职不到位；死鱼", "", "B", "", ""),
                lead("XS-91", "正式", "已整改；死鱼", "", "B", "", ""))).isEmpty();
    }

    @Test
    void whatAnExclusionAlwaysStrikesIsNeverSeen() {
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "噪声扰民；有手续", "", "B", "", ""))).containsExactly("E11 XS-90");
    }

    /** Neither 90 nor 91 alone takes in 92. */
    @Test
    void aRowIsCoveredByTwoTogether() {
        assertThat(findings("2026-01-01", lead("XS-90", "正式", "通道堵占；死鱼", "", "B", "", ""),
                lead("XS-91", "正式", "通道堵占", "死鱼", "B", "", ""), lead("XS-92", "正式", "通道堵占；推诿", "", "B", "", "")))
                .containsExactly("W02 XS-92");
    }

    @ParameterizedTest
    @ValueSource(strings = {"草稿", "试行", "停用"})
    void theCatchAllRouteMustDecide(String status) {
        rules.rewriting("routing.csv", line -> line.replace(",FL-99,正式,", ",FL-99," + status + ","));
        assertThat(rules.inspect().problems()).extracting(Problem::code, Problem::row).containsExactly(tuple("E16", "FL-01"));
        rules.rewriting("routing.csv", line -> line.replace(",正式,", "," + status + ","));
        assertThat(rules.inspect().problems()).extracting(Problem::code, Problem::row).containsExactly(tuple("E16", "FL-99"));
        rules.keeping("routing.csv", line -> false);
        assertThat(rules.inspect().problems()).extracting(Problem::code, Problem::file).containsExactly(tuple("E16", "routing.csv"));
    }

    /** Whatever stands in whatever cell, the check ends with an answer. */
    @RepeatedTest(80)
    void noCellStopsTheCheck(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        List<String> cells = new ArrayList<>(List.of("", "*", "9999-12-31", "2026-09-01", "正式", "试行", "；", "-1"));
        for (Path file : files) {
            Files.readAllLines(file).forEach(line -> cells.addAll(List.of(line.split(",", -1))));
        }
        for (int i = 0; i < 4; i++) {
            Path file = files.get(random.nextInt(files.size()));
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            int line = random.nextInt(lines.size());
            List<String> row = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
            row.set(random.nextInt(row.size()), cells.get(random.nextInt(cells.size())));
            lines.set(line, String.join(",", row));
            rules.with(folder.relativize(file).toString(), String.join("\n", lines) + "\n");
        }
        RulebookReader.Result result = rules.inspect(LocalDate.parse("2026-09-01"));
        assertThat(result.problems()).isSorted().allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
        assertThat(result.reminders()).isSorted().allSatisfy(problem -> assertThat(problem.severity()).isEqualTo("提醒"));
    }
}
