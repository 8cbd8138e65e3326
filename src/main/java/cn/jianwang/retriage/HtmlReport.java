package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.rulebook.Tier;
import java.util.List;
import java.util.stream.Collectors;

/** The report as a page for people: complete in itself, to be printed and signed. */
final class HtmlReport {

    private static final int MOST_ROWS = 40;
    private static final List<Tier> TIERS = List.of(Tier.A, Tier.B, Tier.C, Tier.D);
    private static final String STYLE = """
            body{font:14px/1.6 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:1000px;margin:2em auto;padding:0 1em;color:#111}
            h1{text-align:center}h2{border-bottom:2px solid #333;margin-top:1.6em;break-after:avoid}h3{margin:1em 0 .3em;break-after:avoid}
            table{border-collapse:collapse;margin:.6em 0;width:100%}th,td{border:1px solid #888;padding:.2em .5em;vertical-align:top;text-align:left}
            th{background:#eee}td.n{text-align:right;white-space:nowrap}td.moved{font-weight:bold;background:#fff3c4}
            tr{break-inside:avoid}.case{border:1px solid #bbb;padding:.3em .8em;margin:.6em 0;break-inside:avoid}
            .text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4em 0}mark{background:#ffe066;font-weight:bold}mark.former{background:#cfe3ff}
            del{color:#777}.key{color:#555;font-size:12px;overflow-wrap:anywhere}.note{color:#555;font-size:13px}
            .sign{margin-top:2em;break-inside:avoid}.sign td{height:3.2em;width:33%}
            @page{size:A4;margin:18mm 15mm}@media print{body{margin:0;max-width:none;font-size:12px}mark,mark.former,td.moved,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
            """;

    private final Report report;
    private final Html html = new Html();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        HtmlReport page = new HtmlReport(report);
        page.write();
        return page.html.toString();
    }

    private void write() {
        html.raw("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").text("历史重判报告 " + report.run().id())
                .raw("</title><style>").raw(STYLE).raw("</style></head><body>").element("h1", "历史重判报告");
        head();
        outcome();
        matrix();
        pushes();
        causes();
        samples();
        near();
        failures();
        audit();
        log();
        html.raw("<div class=\"sign\">").table(List.of("经办人（签字、日期）", "复核人（签字、日期）", "负责人（签字、日期）"),
                List.of(List.of("", "", ""))).raw("</div></body></html>\n");
    }

    private void head() {
        html.table(ReportHead.TITLES, ReportHead.of(report));
    }

    private void outcome() {
        Run run = report.run();
        html.element("h2", "结论").element("p", ("选中 %,d 件，已判 %,d 件：变化 %,d 件（档位 %,d，内容 %,d，仅说明 %,d），未能判定 %,d 件。"
                + "新增推送 %,d 件，失去推送 %,d 件。").formatted(run.total(), run.done(), run.changed(), depth(Depth.TIER),
                depth(Depth.CONTENT), depth(Depth.WORDING), run.failed(), report.moved(true), report.moved(false)));
        if (!run.status().ended()) {
            html.element("p class=\"note\"", "重判" + run.status().title() + "，以下只是已判部分。");
        }
        html.element("p class=\"note\"", "推送指 A、B 两档。档位之外，线索、领域、去向、紧急程度、标签或回执有变为“内容”变化；只有理由、排除、差一步、质量提示有变为“仅说明”。");
    }

    private long depth(Depth depth) {
        return report.tally().count("depth", depth.name());
    }

    private void matrix() {
        html.element("h2", "档位：原来 × 现在").raw("<table><thead><tr>").element("th", "原来＼现在");
        TIERS.forEach(tier -> html.element("th", tier + " " + tier.title()));
        html.element("th", "合计").raw("</tr></thead><tbody>");
        for (Tier before : TIERS) {
            html.raw("<tr>").element("th", before + " " + before.title());
            for (Tier after : TIERS) {
                long count = report.tally().count("tier", before.name(), after.name());
                html.element("td class=\"n" + (before != after && count > 0 ? " moved" : "") + "\"", "%,d".formatted(count));
            }
            html.element("td class=\"n\"", "%,d".formatted(report.tally().sum("tier", before.name()))).raw("</tr>");
        }
        html.raw("<tr>").element("th", "合计");
        for (Tier after : TIERS) {
            html.element("td class=\"n\"", "%,d".formatted(TIERS.stream()
                    .mapToLong(before -> report.tally().count("tier", before.name(), after.name())).sum()));
        }
        html.element("td class=\"n\"", "%,d".formatted(report.tally().sum("tier"))).raw("</tr></tbody></table>");
    }

    private void pushes() {
        if (report.moved(true) + report.moved(false) == 0) {
            return;
        }
        html.element("h2", "新增与失去的推送");
        pushes("按领域", "domain");
        pushes("按县区", "county");
        pushes("按规则", "rule");
    }

    private void pushes(String title, String by) {
        List<Report.Pushes> all = report.pushes(by);
        html.element("h3", title).table(List.of("名称", "新增", "失去", "净增"), all.stream().limit(MOST_ROWS)
                .map(p -> List.<Object>of(p.name(), p.gained(), p.lost(), p.gained() - p.lost())).toList());
        more(all.size());
    }

    private void more(int all) {
        if (all > MOST_ROWS) {
            html.element("p class=\"note\"", "只列前 %d 行，共 %,d 行，全部见 report.json。".formatted(MOST_ROWS, all));
        }
    }

    private void causes() {
        if (report.causes().isEmpty()) {
            return;
        }
        html.element("h2", "改动归因").table(List.of("改动的格", "引起的变化（样本中）", "例"), report.causes().stream()
                .map(cause -> List.<Object>of(cause.edit(), cause.changes(), String.join("、", cause.eventKeys()))).toList());
    }

    private void samples() {
        if (report.samples().isEmpty()) {
            return;
        }
        html.element("h2", "样例").element("p class=\"note\"", "每类按抽签取至多 %d 件。".formatted(Report.SAMPLES))
                .raw("<p class=\"note\"><mark>").text("黄底").raw("</mark>").text(" 现在的证据　").raw("<mark class=\"former\">")
                .text("蓝底").raw("</mark>").text(" 原来的证据　").raw("<del>").text("删除线").raw("</del>").text(" 现在排除的部分")
                .raw("</p>");
        for (Report.Sample sample : report.samples()) {
            html.element("h3", sample.before() == sample.after() ? sample.before() + " 档不变，内容有变"
                    : "%s %s → %s %s".formatted(sample.before(), sample.before().title(), sample.after(), sample.after().title()));
            sample.changes().forEach(this::change);
        }
    }

    private void change(Change change) {
        html.raw("<div class=\"case\">").element("div class=\"key\"", change.before().eventKey());
        new MarkedText(change.event().text(), change.before(), change.after()).write(html);
        html.table(List.of("", "原来", "现在"), List.of(
                List.of("线索", leads(change.before()), leads(change.after())),
                List.of("去向", route(change.before()), route(change.after())),
                List.of("理由", String.join("", change.before().explanation()), change.after() == null ? ""
                        : String.join("", change.after().explanation())))).raw("</div>");
    }

    private String leads(Decision decision) {
        return decision == null || decision.leads().isEmpty() ? "无" : decision.leads().stream()
                .map(lead -> "%s（%s）规则 %s".formatted(report.names().of(lead.leadType()), lead.tier(), String.join("、", lead.rules())))
                .collect(Collectors.joining("；"));
    }

    private static String route(Decision decision) {
        if (decision == null || decision.route() == null) {
            return decision == null || decision.handoff() == null ? "无" : decision.handoff().to();
        }
        Decision.Route route = decision.route();
        return (route.procuratorate() == null ? "检察院待定" : route.procuratorate().name()) + " " + route.department();
    }

    private void near() {
        List<Report.Near> all = report.near();
        if (all.isEmpty()) {
            return;
        }
        html.element("h2", "只差一步").element("p class=\"note\"", "规则其余条件都成立，只差这一步的件次。")
                .table(List.of("规则", "差的一步", "原来", "现在", "增减"), all.stream().limit(MOST_ROWS)
                        .map(n -> List.<Object>of(n.name(), n.missing(), n.before(), n.after(), n.after() - n.before())).toList());
        more(all.size());
    }

    private void failures() {
        if (report.failures().isEmpty()) {
            return;
        }
        html.element("h2", "未能判定的文本").element("p class=\"note\"", "原判定保持不变；原因在日志中，按事故编号查。")
                .table(List.of("事件键", "事故编号"), report.failures().stream()
                        .map(failure -> List.<Object>of(failure.eventKey(), failure.incident())).toList());
        if (report.run().failed() > report.failures().size()) {
            html.element("p class=\"note\"", "只列前 %,d 件，共 %,d 件。".formatted(report.failures().size(), report.run().failed()));
        }
    }

    private void audit() {
        if (report.audit().isEmpty()) {
            return;
        }
        html.element("h2", "未变 D 档抽查").element("p class=\"note\"", ("从未变的 D 档中抽 %d 件，供人工核对有无漏判。签号为 SHA-256(种子“%s”+换行+事件键) 的前 16 位，"
                + "取最小者；用同一种子重做，抽出的相同。").formatted(report.audit().size(), report.run().seed()));
        for (Report.Audited audited : report.audit()) {
            html.raw("<div class=\"case\">").element("div class=\"key\"", audited.decision().eventKey() + "　签号 " + audited.lot());
            if (audited.event() != null) {
                new MarkedText(audited.event().text(), null, audited.decision()).write(html);
            }
            html.element("div", "理由：" + String.join("", audited.decision().explanation()))
                    .element("div", "□ 确不涉检　□ 应为 C　□ 应推送　意见：＿＿＿＿＿＿＿＿").raw("</div>");
        }
    }

    private void log() {
        if (report.log().isEmpty()) {
            return;
        }
        html.element("h2", "留痕").table(List.of("时间", "何人", "何事", "说明"), report.log().stream()
                .map(entry -> List.<Object>of(ReportHead.time(entry.at()), entry.actor(), entry.action(), entry.detail())).toList());
    }
}
