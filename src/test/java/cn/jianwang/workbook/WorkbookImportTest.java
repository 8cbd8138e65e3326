package cn.jianwang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.RulesDifference;
import cn.jianwang.rulebook.Schema;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that comes back is understood as it was meant, or told with its cell; others' work is never undone. */
class WorkbookImportTest {

    private static final List<String> TAG = List.of("BQ-01", "正式", "守护碧水", "GY01-01", "", "", "", "2026-01-01", "2030-12-31", "S", "");

    @TempDir
    private Path work;
    private Path folder;
    private Path xlsx;
    private SmallRules rules;

    @BeforeEach
    void exportTheSmallRules() throws IOException {
        folder = Files.createDirectories(work.resolve("rules"));
        rules = SmallRules.copyTo(folder);
        xlsx = work.resolve("规则.xlsx");
        WorkbookExport.of(folder).write(xlsx);
    }

    private WorkbookImport plan() {
        return WorkbookImport.plan(xlsx, folder);
    }

    private String told() {
        return plan().difference().entries().stream().map(RulesDifference.Entry::toString).collect(Collectors.joining("\n"));
    }

    /** A workbook that holds only the sheet of tags, with something done to it. */
    private Problem onlyProblem(Consumer<Worksheet> done) {
        tags(done);
        assertThat(plan().problems()).hasSize(1);
        assertThat(plan().difference().isEmpty()).isTrue();
        return plan().problems().get(0);
    }

    private void tags(Consumer<Worksheet> done) {
        Workbooks.made(xlsx, workbook -> done.accept(Workbooks.sheet(workbook, Schema.专项标签, List.of(TAG))));
    }

    @Test
    void nothingChangedIsNothing() {
        assertThat(plan().problems()).isEmpty();
        assertThat(plan().notices()).isEmpty();
        assertThat(plan().difference().isEmpty()).isTrue();
        assertThat(plan().apply(folder)).isEmpty();
    }

    @Test
    void anEditIsToldAndWrittenOnlyWhenAsked() throws IOException {
        Workbooks.replace(xlsx, "线索规则", "污水入河；死鱼", "污水入河；噪声扰民");
        byte[] before = Files.readAllBytes(folder.resolve("leads/GY01.csv"));
        assertThat(told()).isEqualTo("线索规则 leads/GY01.csv  XS-02  改动\n  须全有：＋噪声扰民 －死鱼");
        assertThat(Files.readAllBytes(folder.resolve("leads/GY01.csv"))).isEqualTo(before);
        assertThat(plan().apply(folder)).containsExactly("leads/GY01.csv");
        assertThat(Files.readString(folder.resolve("leads/GY01.csv"))).contains("污水入河；噪声扰民").startsWith("\uFEFF编号,");
        assertThat(plan().difference().isEmpty()).isTrue();
    }

    @Test
    void aProblemIsToldByTheCellOfTheWorkbookAndNothingIsWritten() throws IOException {
        Workbooks.replace(xlsx, "线索规则", "污水入河；死鱼", "污水人河；死鱼");
        assertThat(plan().problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .startsWith("线索规则 规则.xlsx  单元格 F3  XS-02  [E02 名称不在词表]"));
        assertThatThrownBy(() -> plan().apply(folder)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewFileNameMakesANewFile() throws IOException {
        Workbooks.replace(xlsx, "线索规则", "GY05.csv", "GY06.csv");
        assertThat(plan().apply(folder)).containsExactly("leads/GY05.csv", "leads/GY06.csv");
        assertThat(RuleSet.read(folder).rules().file("leads/GY05.csv").orElseThrow().rows()).isEmpty();
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void whatOthersChangedMeanwhileIsKept() throws IOException {
        rules.replacing("leads/GY01.csv", "污水毒死鱼", "污水毒死了鱼");
        Workbooks.replace(xlsx, "专项标签", "守护碧水", "守护青山");
        assertThat(told()).isEqualTo("专项标签 tags.csv  BQ-01  改动\n  标签：守护碧水 → 守护青山");
        assertThat(plan().notices()).singleElement().asString().contains("leads/GY01.csv", "保留文件夹里的");
        assertThat(plan().apply(folder)).containsExactly("tags.csv");
    }

    @Test
    void aFileThatBothChangedIsForAPersonToDecide() throws IOException {
        rules.replacing("tags.csv", "守护碧水", "守护蓝天");
        Workbooks.replace(xlsx, "专项标签", "守护碧水", "守护青山");
        assertThat(plan().problems()).extracting(Problem::code, Problem::file).containsExactly(org.assertj.core.groups.Tuple.tuple("G08", "tags.csv"));
        rules.replacing("tags.csv", "守护蓝天", "守护青山");
        assertThat(plan().problems()).as("both changed it in the same way").isEmpty();
    }

    @Test
    void aFileThatOthersAddedIsNotTakenAway() throws IOException {
        rules.with("leads/GY09.csv", "编号,状态,线索类型,规则名,须全有,须有其一,不得有,档位,依据,主管机关,补充要素,生效日,失效日,说明,正例,反例,起草,复核\n"
                                     + "XS-09,正式,GY01-01,死鱼,死鱼,,污水入河,C,,,,,,,,,甲,乙\n");
        assertThat(plan().difference().isEmpty()).isTrue();
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void aSheetThatIsNotThereChangesNothing() {
        tags(sheet -> sheet.value(1, 2, "守护青山"));
        assertThat(told()).isEqualTo("专项标签 tags.csv  BQ-01  改动\n  标签：守护碧水 → 守护青山");
        assertThat(plan().notices()).anyMatch(notice -> notice.contains("没有这些工作表") && notice.contains("线索规则"))
                .anyMatch(notice -> notice.contains("没有导出时的指纹"));
    }

    @Test
    void theOrderOfColumnsIsFree() {
        Workbooks.made(xlsx, workbook -> {
            Worksheet sheet = workbook.newWorksheet("部门词表");
            sheet.value(0, 0, "说明");
            sheet.value(0, 2, "名称");
            RuleSet.read(folder).rules().file("vocabulary/departments.csv").orElseThrow().rows().forEach(row -> {
                int at = sheet.value(1, 2) == null ? 1 : 2;
                sheet.value(at, 2, row.get(0));
                sheet.value(at, 0, row.get(1));
            });
        });
        assertThat(plan().problems()).isEmpty();
    }

    @Test
    void daysAndWholeNumbersThatASpreadsheetMadeOfTextAreRead() {
        tags(sheet -> {
            sheet.value(1, 7, LocalDate.of(2026, 11, 1));
            sheet.style(1, 7).format("yyyy/m/d").set();
        });
        assertThat(told()).contains("起：2026-01-01 → 2026-11-01");
        Workbooks.made(xlsx, workbook -> {
            Worksheet sheet = workbook.newWorksheet("区划表");
            List<List<String>> rows = RuleSet.read(folder).rules().file("regions.csv").orElseThrow().rows();
            List<String> titles = new SheetShape(Schema.区划表).titles();
            for (int c = 0; c < titles.size(); c++) {
                sheet.value(0, c, titles.get(c));
                for (int r = 0; r < rows.size(); r++) {
                    String cell = rows.get(r).get(c);
                    if (c == 0) {
                        sheet.value(r + 1, c, Long.parseLong(cell));
                    } else {
                        sheet.value(r + 1, c, cell);
                    }
                }
            }
        });
        assertThat(plan().problems()).isEmpty();
        assertThat(plan().difference().isEmpty()).isTrue();
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndTold() {
        tags(sheet -> {
            sheet.hideRow(1);
            sheet.hideColumn(2);
            sheet.value(1, 2, "守护青山");
        });
        assertThat(told()).contains("守护碧水 → 守护青山");
        assertThat(plan().notices()).anyMatch(n -> n.contains("1 行是隐藏的")).anyMatch(n -> n.contains("隐藏的列 C"));
    }

    @Test
    void aWorkbookThatCannotBeReadSaysWhatToDo() throws IOException {
        Files.write(xlsx, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        assertThat(plan().problems()).singleElement().satisfies(p -> assertThat(p.message()).contains("xls、et", "密码"));
        Files.writeString(xlsx, "不是工作簿");
        assertThat(plan().problems()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo("G09"));
    }

    @Test
    void aWorkbookThatWasCutShortIsTold() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx);
        Files.write(xlsx, Arrays.copyOf(whole, whole.length / 2));
        assertThat(plan().problems()).extracting(Problem::code).containsExactly("G09");
    }

    /** Every code of a workbook, with the input that makes it ring. */
    @Test
    void everyMistakeRings() throws IOException {
        Set<String> rung = new TreeSet<>();
        rung.add(rings(onlyProblem(sheet -> sheet.formula(1, 2, "1+1")), "G01", "C2"));
        rung.add(rings(onlyProblem(sheet -> sheet.range(1, 2, 2, 2).merge()), "G02", "C2:C3"));
        rung.add(rings(onlyProblem(sheet -> sheet.value(1, 2, true)), "G04", "C2"));
        rung.add(rings(onlyProblem(sheet -> sheet.value(1, 2, 2025.1)), "G04", "C2"));
        rung.add(rings(onlyProblem(sheet -> {
            sheet.value(1, 2, LocalDate.of(2026, 1, 2));
            sheet.style(1, 2).format("m\"月\"d\"日\"").set();
        }), "G04", "C2"));
        rung.add(rings(onlyProblem(sheet -> sheet.value(1, 11, "多出来的")), "G05", "L2"));
        rung.add(rings(onlyProblem(sheet -> sheet.value(0, 11, "备注")), "G05", "L1"));
        Workbooks.made(xlsx, workbook -> Workbooks.sheet(workbook, Schema.词库, List.of(List.of("../a.csv", "油", "污水", "字串", "正式"))));
        rung.add(rings(plan().problems().get(0), "G06", "A2"));
        Workbooks.made(xlsx, workbook -> workbook.newWorksheet("线索规则 (2)").value(0, 0, "编号"));
        rung.add(rings(plan().problems().get(0), "G07", ""));
        tags(sheet -> { });
        Workbooks.addPart(xlsx, "/xl/vbaProject.bin", "x");
        rung.add(rings(plan().problems().get(0), "G03", ""));
        rung.add("G08");
        rung.add("G09");
        assertThat(rung).as("G08 and G09 have their own tests").containsExactlyElementsOf(
                Arrays.stream(WorkbookMistake.values()).map(Enum::name).toList());
    }

    private static String rings(Problem problem, String code, String cell) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.cell()).isEqualTo(cell);
        assertThat(problem.message()).isNotBlank();
        assertThat(problem.mend()).isNotBlank();
        return code;
    }
}
