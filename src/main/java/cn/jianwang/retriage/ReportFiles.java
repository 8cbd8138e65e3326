package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The forms of a report: a page for people, JSON and CSV for machines and spreadsheets. */
final class ReportFiles {

    private static final String BOM = "\ufeff";

    private ReportFiles() {
    }

    /** Writes report.html, report.json and changes.csv; {@code each} goes through all changes. */
    static void write(Path folder, Report report, Consumer<Consumer<Change>> each) throws IOException {
        Files.createDirectories(folder);
        pages(folder, report);
        try (OutputStream out = Files.newOutputStream(folder.resolve("changes.csv"))) {
            csv(out, each);
        }
    }

    static void pages(Path folder, Report report) throws IOException {
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(report));
        Files.writeString(folder.resolve("report.json"), JsonCodec.write(report.summary()));
    }

    /** UTF-8 with BOM, as spreadsheets want it. */
    static void csv(OutputStream out, Consumer<Consumer<Change>> each) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BOM);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord("事件键", "变化", "原档位", "现档位", "原领域", "现领域", "原线索", "现线索", "原规则", "现规则", "原检察院", "现检察院",
                "原规则版本", "上报时间");
        try {
            each.accept(change -> csv.writeRecord(row(change)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    /** Where only the wording differs, everything shown here is as before. */
    private static List<String> row(Change change) {
        Decision before = change.before();
        Decision after = change.after() == null ? before : change.after();
        return List.of(safe(before.eventKey()), change.depth().title(), before.tier().name(), after.tier().name(), list(before.domains()),
                list(after.domains()), leads(before, lead -> List.of(lead.leadType())), leads(after, lead -> List.of(lead.leadType())),
                leads(before, Decision.Lead::rules), leads(after, Decision.Lead::rules), office(before), office(after),
                before.release().version(), change.event().reportTime() == null ? "" : change.event().reportTime().toString());
    }

    /** A key that a spreadsheet would take for a formula is shown as text. */
    private static String safe(String key) {
        return key.matches("[=+\\-@\\t\\r].*") ? "'" + key : key;
    }

    private static String leads(Decision decision, Function<Decision.Lead, List<String>> part) {
        return list(decision.leads().stream().flatMap(lead -> part.apply(lead).stream()).distinct().toList());
    }

    private static String list(List<String> values) {
        return String.join("；", values);
    }

    private static String office(Decision decision) {
        return decision.route() == null || decision.route().procuratorate() == null ? "" : decision.route().procuratorate().name();
    }
}
