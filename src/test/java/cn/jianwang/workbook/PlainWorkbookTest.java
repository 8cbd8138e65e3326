package cn.jianwang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWorkbookTest {

    @TempDir
    private Path folder;

    private Path written(List<?> cells) throws IOException {
        Path file = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(file); PlainWorkbook workbook = new PlainWorkbook(out)) {
            workbook.sheet("表", List.of("甲", "乙"), 10).row(cells);
        }
        return file;
    }

    private Row read(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.getFirstSheet().read().get(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void whatBeginsLikeAFormulaIsATextAndStaysOneWhenItIsEdited(String cell) throws IOException {
        Path file = written(List.of(cell, "字"));
        assertThat(Workbooks.part(file, "xl/styles.xml")).contains("<numFmt numFmtId=\"165\" formatCode=\"@\"/>")
                .containsPattern("<xf numFmtId=\"165\" [^>]*/></cellXfs>");
        assertThat(Workbooks.part(file, "xl/worksheets/sheet1.xml"))
                .contains("<c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>").contains("<c r=\"B2\" t=\"inlineStr\">").doesNotContain("<f>");
    }

    @Test
    void numbersStayNumbersAndWordsThatLookLikeEscapesComeBack() throws IOException {
        Row row = read(written(List.of(7L, "_x000D_")));
        assertThat(row.getCellAsNumber(0)).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("7"));
        assertThat(SheetShape.unescaped(row.getCellText(1))).isEqualTo("_x000D_");
    }

    @Test
    void aTextTooLongForACellIsCutAndSaysSo() throws IOException {
        assertThat(read(written(List.of("长".repeat(40_000), ""))).getCellText(0)).hasSize(32_767).endsWith("长……（过长，余略）");
    }

    @Test
    void rowsThatWereStreamedAreAllThere() throws IOException {
        Path file = folder.resolve("streamed.xlsx");
        try (OutputStream out = Files.newOutputStream(file); PlainWorkbook workbook = new PlainWorkbook(out)) {
            PlainWorkbook.Sheet before = workbook.sheet("前", List.of("甲"), 10);
            PlainWorkbook.Sheet streamed = workbook.sheet("后", List.of("甲"), 10);
            for (int i = 0; i < 1_001; i++) {
                streamed.stream(List.of("第" + i));
            }
            streamed.finish();
            before.row(List.of("晚"));
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getFirstSheet().read()).hasSize(2);
            assertThat(workbook.findSheet("后").orElseThrow().read()).hasSize(1_002)
                    .last().satisfies(row -> assertThat(row.getCellText(0)).isEqualTo("第1000"));
        }
    }
}
