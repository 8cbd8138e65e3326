package cn.jianwang.retriage;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What stands at the head of a report: which run, by which rules, over which events, for whom and when. */
final class ReportHead {

    static final List<String> TITLES = List.of("项目", "内容");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private ReportHead() {
    }

    static List<List<Object>> of(Report report) {
        Run run = report.run();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("编号", run.id()));
        rows.add(List.of("规则", "版本 %s（摘要 %s），全程固定".formatted(run.release().version(), run.release().sha256())));
        rows.add(List.of("范围", report.scope()));
        rows.add(List.of("方式", report.way()));
        if (!run.reason().isEmpty()) {
            rows.add(List.of("事由", run.reason()));
        }
        rows.add(List.of("经办", run.startedBy()));
        rows.add(List.of("时间", time(run.createdAt()) + " 至 " + (run.finishedAt() == null ? "（" + run.status().title() + "）"
                : time(run.finishedAt()))));
        return rows;
    }

    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }
}
