package cn.jianwang.retriage;

import cn.jianwang.rulebook.Tier;
import cn.jianwang.workbook.PlainWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The report as a workbook: every change with its evidence, and each table of the report on a sheet. Changes are written as
 * they come, the rest when the run is over.
 */
final class ReportWorkbook implements AutoCloseable {

    static final String OVERVIEW = "总览";
    static final String MATRIX = "档位矩阵";
    static final String BY_DOMAIN = "推送按领域";
    static final String BY_COUNTY = "推送按县区";
    static final String BY_RULE = "推送按规则";
    static final String CHANGES = "变化";
    static final String CAUSES = "归因";
    static final String NEAR = "只差一步";
    static final String FAILURES = "未能判定";
    static final String AUDIT = "未变D抽查";
    static final String LOG = "留痕";

    private static final List<Tier> TIERS = List.of(Tier.A, Tier.B, Tier.C, Tier.D);
    private static final List<String> PUSHES = List.of("代码", "名称", "新增", "失去", "净增");

    private final PlainWorkbook workbook;
    private final PlainWorkbook.Sheet overview;
    private final PlainWorkbook.Sheet matrix;
    private final PlainWorkbook.Sheet byDomain;
    private final PlainWorkbook.Sheet byCounty;
    private final PlainWorkbook.Sheet byRule;
    private final PlainWorkbook.Sheet changes;
    private final PlainWorkbook.Sheet causes;
    private final PlainWorkbook.Sheet near;
    private final PlainWorkbook.Sheet failures;
    private final PlainWorkbook.Sheet audit;
    private final PlainWorkbook.Sheet log;

    /** @param out is not closed */
    ReportWorkbook(OutputStream out) {
        workbook = new PlainWorkbook(out);
        overview = workbook.sheet(OVERVIEW, ReportHead.TITLES, 20, 100);
        matrix = workbook.sheet(MATRIX, Stream.of(Stream.of("原来＼现在"), TIERS.stream().map(ReportWorkbook::tier), Stream.of("合计"))
                .flatMap(titles -> titles).toList(), 16);
        byDomain = workbook.sheet(BY_DOMAIN, PUSHES, 16, 30, 8);
        byCounty = workbook.sheet(BY_COUNTY, PUSHES, 16, 30, 8);
        byRule = workbook.sheet(BY_RULE, PUSHES, 16, 30, 8);
        changes = workbook.sheet(CHANGES, Stream.concat(ChangeRow.TITLES.stream(), ChangeRow.EVIDENCE_TITLES.stream()).toList(),
                30, 8, 8, 8, 12, 12, 20, 20, 20, 20, 20, 20, 12, 26, 60, 60);
        causes = workbook.sheet(CAUSES, List.of("改动的格", "引起的变化（样本中）", "例"), 80, 20, 60);
        near = workbook.sheet(NEAR, List.of("规则", "名称", "差的一步", "原来", "现在", "增减"), 16, 40, 30, 8);
        failures = workbook.sheet(FAILURES, List.of("事件键", "事故编号"), 40, 20);
        audit = workbook.sheet(AUDIT, List.of("签号", "事件键", "原文", "不涉检的理由", "核对（确不涉检、应为 C、应推送）", "意见"),
                20, 30, 80, 60, 30, 30);
        log = workbook.sheet(LOG, List.of("时间", "何人", "何事", "说明"), 18, 14, 10, 80);
    }

    /** Writes the whole workbook; {@code each} goes through all changes. */
    static void write(OutputStream out, Report report, Consumer<Consumer<Change>> each) throws IOException {
        try (ReportWorkbook workbook = new ReportWorkbook(out)) {
            each.accept(workbook::add);
            workbook.finish(report);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes a change; all of them come before the rest. */
    void add(Change change) {
        try {
            changes.stream(ChangeRow.withEvidence(change));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes everything else. */
    void finish(Report report) throws IOException {
        changes.finish();
        ReportHead.of(report).forEach(overview::row);
        counts(report).forEach(overview::row);
        matrix(report);
        pushes(byDomain, report.pushes("domain"));
        pushes(byCounty, report.pushes("county"));
        pushes(byRule, report.pushes("rule"));
        report.causes().forEach(cause -> causes.row(List.of(cause.edit(), cause.changes(), String.join("、", cause.eventKeys()))));
        report.near().forEach(one -> near.row(List.of(one.rule(), one.name(), one.missing(), one.before(), one.after(),
                one.after() - one.before())));
        report.failures().forEach(failure -> failures.row(List.of(failure.eventKey(), failure.incident())));
        report.audit().forEach(one -> audit.row(List.of(one.lot(), one.decision().eventKey(), one.event() == null ? "" : one.event().text(),
                String.join("", one.decision().explanation()))));
        report.log().forEach(entry -> log.row(List.of(ReportHead.time(entry.at()), entry.actor(), entry.action(), entry.detail())));
    }

    private static List<List<Object>> counts(Report report) {
        Run run = report.run();
        List<List<Object>> rows = new ArrayList<>(List.of(List.of("选中", run.total()), List.of("已判", run.done()),
                List.of("变化", run.changed()), List.of("其中档位变化", depth(report, Depth.TIER)), List.of("其中内容变化", depth(report, Depth.CONTENT)),
                List.of("其中仅说明变化", depth(report, Depth.WORDING)), List.of("未能判定", run.failed()), List.of("新增推送", report.moved(true)),
                List.of("失去推送", report.moved(false))));
        if (run.changed() > PlainWorkbook.Sheet.MOST_ROWS) {
            rows.add(List.of("注意", "一张工作表只放得下 %,d 行，其余变化见 changes.csv".formatted(PlainWorkbook.Sheet.MOST_ROWS)));
        }
        if (run.failed() > report.failures().size()) {
            rows.add(List.of("注意", "未能判定的只列前 %,d 件".formatted(report.failures().size())));
        }
        return rows;
    }

    private static long depth(Report report, Depth depth) {
        return report.tally().count("depth", depth.name());
    }

    private void matrix(Report report) {
        for (Tier before : TIERS) {
            List<Object> row = new ArrayList<>(List.of(tier(before)));
            TIERS.forEach(after -> row.add(report.tally().count("tier", before.name(), after.name())));
            row.add(report.tally().sum("tier", before.name()));
            matrix.row(row);
        }
    }

    private static String tier(Tier tier) {
        return tier + " " + tier.title();
    }

    private static void pushes(PlainWorkbook.Sheet sheet, List<Report.Pushes> pushes) {
        pushes.forEach(one -> sheet.row(List.of(one.code(), one.name(), one.gained(), one.lost(), one.gained() - one.lost())));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
