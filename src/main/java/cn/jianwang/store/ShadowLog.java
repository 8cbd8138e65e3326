package cn.jianwang.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rows on trial would have done, kept with each decision and never part of it. */
@Repository
public class ShadowLog {

    /** Joins the changes of one hit; no change holds it. */
    static final String SEPARATOR = "；";

    private static final int SAMPLES = 5;

    private final JdbcClient jdbc;

    ShadowLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row on trial over a time.
     *
     * @param fired   decisions in which it fired
     * @param changed those that it would have changed
     * @param joint   those of them that it would have changed only together with other rows on trial
     * @param changes how often each change, most frequent first
     * @param samples ids of some decisions that it would have changed, newest first
     */
    public record RowReport(String row, long fired, long changed, long joint, Map<String, Long> changes, List<String> samples) {
    }

    /** @param decisions how many decisions were made in that time; @param rows by id */
    public record Report(OffsetDateTime since, long decisions, List<RowReport> rows) {
    }

    private record Group(String rowId, String changes, boolean joint, long count) {
    }

    public Report since(OffsetDateTime since) {
        Map<String, List<Group>> groups = new TreeMap<>();
        jdbc.sql("select row_id, changes, joint, count(*) as count from shadow_hit where decided_at >= ? group by row_id, changes, joint")
                .param(since).query(Group.class).list()
                .forEach(group -> groups.computeIfAbsent(group.rowId(), id -> new ArrayList<>()).add(group));
        List<RowReport> rows = groups.entrySet().stream().map(entry -> report(entry.getKey(), entry.getValue(), since)).toList();
        long decisions = jdbc.sql("select count(*) from decision where decided_at >= ?").param(since).query(Long.class).single();
        return new Report(since, decisions, rows);
    }

    private RowReport report(String row, List<Group> groups, OffsetDateTime since) {
        Map<String, Long> changes = new TreeMap<>();
        long fired = 0;
        long changed = 0;
        long joint = 0;
        for (Group group : groups) {
            fired += group.count();
            if (!group.changes().isEmpty()) {
                changed += group.count();
                joint += group.joint() ? group.count() : 0;
                Arrays.stream(group.changes().split(SEPARATOR)).forEach(change -> changes.merge(change, group.count(), Long::sum));
            }
        }
        Map<String, Long> sorted = new LinkedHashMap<>();
        changes.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(change -> sorted.put(change.getKey(), change.getValue()));
        List<String> samples = jdbc.sql("select decision_id from shadow_hit where row_id = ? and decided_at >= ? and changes <> '' "
                + "order by decided_at desc, decision_id limit " + SAMPLES).params(row, since).query(String.class).list();
        return new RowReport(row, fired, changed, joint, sorted, samples);
    }
}
