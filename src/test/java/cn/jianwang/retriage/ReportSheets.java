package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.databind.JsonNode;

/** A report read back from its workbook, without the headers. No cell may hold a formula. */
public final class ReportSheets {

    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    /** Reads a workbook. */
    public static ReportSheets of(InputStream in) throws IOException {
        ReportSheets read = new ReportSheets();
        try (ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            workbook.getSheets().forEach(sheet -> {
                try {
                    List<Row> rows = sheet.read();
                    int width = rows.get(0).getCellCount();
                    read.sheets.put(sheet.getName(), rows.stream().skip(1).map(row -> cells(row, width)).toList());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        return read;
    }

    private static List<String> cells(Row row, int width) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            Cell cell = c < row.getCellCount() ? row.getCell(c) : null;
            assertThat(cell == null || cell.getType() != CellType.FORMULA && cell.getFormula() == null).as("no formula").isTrue();
            cells.add(cell == null || cell.getValue() == null ? "" : cell.getText());
        }
        return cells;
    }

    public List<List<String>> rows(String sheet) {
        return sheets.get(sheet);
    }

    /** Compares every table with the report as machines get it. */
    public void assertSaysTheSameAs(JsonNode report) {
        assertThat(sheets.keySet()).containsExactly("总览", "档位矩阵", "推送按领域", "推送按县区", "推送按规则", "变化", "归因", "只差一步", "未能判定",
                "未变D抽查", "留痕");
        JsonNode run = report.get("run");
        assertThat(rows("总览")).contains(List.of("编号", run.get("id").stringValue()), List.of("选中", text(run, "total")),
                List.of("变化", text(run, "changed")), List.of("未能判定", text(run, "failed")), List.of("其中档位变化", text(report, "tierChanged")),
                List.of("其中内容变化", text(report, "contentChanged")), List.of("其中仅说明变化", text(report, "wordingChanged")),
                List.of("新增推送", text(report, "gained")), List.of("失去推送", text(report, "lost")));
        assertThat(rows("总览").stream().filter(row -> row.get(0).equals("规则")).findFirst().orElseThrow().get(1))
                .contains(run.get("release").get("version").stringValue(), run.get("release").get("sha256").stringValue());
        String tiers = "ABCD";
        for (int before = 0; before < tiers.length(); before++) {
            for (int after = 0; after < tiers.length(); after++) {
                String way = tiers.charAt(before) + "→" + tiers.charAt(after);
                assertThat(rows("档位矩阵").get(before).get(after + 1)).as(way)
                        .isEqualTo(report.get("tiers").has(way) ? text(report.get("tiers"), way) : "0");
            }
        }
        assertTable(report, "byDomain", "推送按领域", "code", "name", "gained", "lost");
        assertTable(report, "byCounty", "推送按县区", "code", "name", "gained", "lost");
        assertTable(report, "byRule", "推送按规则", "code", "name", "gained", "lost");
        assertTable(report, "causes", "归因", "edit", "changes");
        assertTable(report, "near", "只差一步", "rule", "name", "missing", "before", "after");
        assertTable(report, "failures", "未能判定", "eventKey", "incident");
        assertThat(rows("变化")).hasSize(run.get("changed").intValue());
        assertThat(rows("未变D抽查")).extracting(row -> row.get(1))
                .containsExactlyElementsOf(stream(report.get("audit")).map(JsonNode::stringValue).toList());
        assertThat(rows("留痕")).extracting(row -> row.get(2) + row.get(3)).containsExactlyElementsOf(
                stream(report.get("log")).map(entry -> text(entry, "action") + text(entry, "detail")).toList());
    }

    private void assertTable(JsonNode report, String table, String sheet, String... columns) {
        assertThat(rows(sheet)).as(sheet).extracting(row -> row.subList(0, columns.length)).containsExactlyElementsOf(
                stream(report.get(table)).map(row -> java.util.Arrays.stream(columns).map(column -> text(row, column)).toList()).toList());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String property) {
        return node.get(property).asString();
    }
}
