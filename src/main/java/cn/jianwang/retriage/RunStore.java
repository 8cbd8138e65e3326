package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.store.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs, the parts they are cut into, and what was done with them. */
final class RunStore {

    private static final int MOST_PARTS = 400;

    private static final String SELECT = "select r.*, coalesce(p.total, 0) total, coalesce(p.handled, 0) handled, "
            + "coalesce(p.changed, 0) changed, coalesce(p.failed, 0) failed from retriage_run r left join "
            + "(select run_id, sum(total) total, sum(handled) handled, sum(changed) changed, sum(failed) failed "
            + "from retriage_part group by run_id) p on p.run_id = r.id ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final int part;

    RunStore(JdbcClient jdbc, TransactionTemplate transaction, int part) {
        this.part = part;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    void create(String id, Request request, PinnedRules.Pinned pinned) {
        OffsetDateTime now = now();
        Decision.ReleaseId release = pinned.decider().release();
        transaction.executeWithoutResult(status -> {
            MultiRow.insert(jdbc, "retriage_run (id, status, attended, apply, notify_platform, reason, started_by, release_version, "
                    + "release_sha256, rules_pin, selection_json, seed, created_at, resumed_at, resumed_from)",
                    List.<Object[]>of(new Object[] {id, Run.Status.PREPARING.name(), request.attended(), request.apply(),
                        request.notifyPlatform(), request.reason(), request.by(), release.version(), release.sha256(), pinned.pin(),
                        JsonCodec.write(request.selection().withoutKeys()), request.seed() == null ? id : request.seed(), now, now, 0L}));
            MultiRow.insert(jdbc, "retriage_key (run_id, event_key)",
                    request.selection().keys().stream().distinct().map(key -> new Object[] {id, key}).toList());
            log(id, request.by(), "开始", "规则版本 " + release.version() + (request.apply() ? "，写入新修订" : "，只报告不写入")
                    + (request.notifyPlatform() ? "，通知平台" : "")
                    + (request.reason().isEmpty() ? "" : "；事由：" + request.reason()));
        });
    }

    /**
     * Cuts the selected events into ranges of keys, once; a run that is being steered meanwhile is left alone. Looking through
     * the history takes its time, and holds no lock.
     */
    void cut(Run run) {
        List<Object[]> parts = parts(run);
        transaction.executeWithoutResult(status -> {
            boolean mine = jdbc.sql("select id from retriage_run where id = ? and status = ? for update")
                    .params(run.id(), Run.Status.PREPARING.name()).query(String.class).optional().isPresent();
            if (mine) {
                MultiRow.insert(jdbc, "retriage_part (run_id, part, to_key, last_key, total, handled, changed, failed, finished, "
                        + "tally_json)", parts);
                jdbc.sql("update retriage_run set status = ?, resumed_at = ? where id = ?")
                        .params(Run.Status.RUNNING.name(), now(), run.id()).update();
            }
        });
    }

    private List<Object[]> parts(Run run) {
        SelectionSql selected = selection(run);
        long total = jdbc.sql("select count(*)" + SelectionSql.FROM + " where " + selected.where())
                .params(selected.parameters()).query(Long.class).single();
        long size = Math.max(part, total / MOST_PARTS + 1);
        List<String> ends = jdbc.sql("select event_key from (select e.event_key, row_number() over (order by e.event_key) n"
                + SelectionSql.FROM + " where " + selected.where() + ") numbered where mod(n, " + size + ") = 0 or n = " + total
                + " order by n").params(selected.parameters()).query(String.class).list();
        List<Object[]> parts = new ArrayList<>();
        String last = "";
        for (String end : ends) {
            long here = parts.size() == ends.size() - 1 ? total - size * parts.size() : size;
            parts.add(new Object[] {run.id(), parts.size(), end, last, here, 0L, 0L, 0L, false, JsonCodec.write(new Tally().kept())});
            last = end;
        }
        return parts;
    }

    /** The events of this run; those that arrived after it was asked for do not belong to it. */
    SelectionSql selection(Run run) {
        boolean keyed = jdbc.sql("select exists (select 1 from retriage_key where run_id = ?)").param(run.id())
                .query(Boolean.class).single();
        return SelectionSql.of(run.selection(), run.id(), keyed, run.createdAt());
    }

    Optional<Run> find(String id) {
        return jdbc.sql(SELECT + "where r.id = ?").param(id).query(RunStore::run).optional();
    }

    /** Latest first. */
    List<Run> list(int most) {
        return jdbc.sql(SELECT + "order by r.created_at desc, r.id desc limit " + most).query(RunStore::run).list();
    }

    /** Runs that go on by themselves, oldest first. */
    List<Run> active(boolean attended) {
        return jdbc.sql(SELECT + "where r.attended = ? and r.status in (?, ?) order by r.created_at, r.id")
                .params(attended, Run.Status.PREPARING.name(), Run.Status.RUNNING.name()).query(RunStore::run).list();
    }

    String pin(String id) {
        return jdbc.sql("select rules_pin from retriage_run where id = ?").param(id).query(String.class).single();
    }

    boolean attended(String id) {
        return jdbc.sql("select attended from retriage_run where id = ?").param(id).query(Boolean.class).single();
    }

    /** Moves a run on, if it still stands where the caller saw it. */
    boolean move(Run run, Run.Status to, boolean attended, String by, String action, String detail) {
        OffsetDateTime now = now();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean moved = jdbc.sql("update retriage_run set status = ?, attended = ?, problem = null, resumed_at = ?, "
                            + "resumed_from = ?, finished_at = ? where id = ? and status = ?")
                    .params(to.name(), attended, now, run.done(), to.ended() ? now : null, run.id(), run.status().name()).update() > 0;
            if (moved) {
                log(run.id(), by, action, detail);
            }
            return moved;
        }));
    }

    /** Pauses a run that cannot go on, and says why. */
    void stop(String id, String problem) {
        transaction.executeWithoutResult(status -> {
            int stopped = jdbc.sql("update retriage_run set status = ?, problem = ? where id = ? and status in (?, ?)")
                    .params(Run.Status.PAUSED.name(), problem, id, Run.Status.PREPARING.name(), Run.Status.RUNNING.name()).update();
            if (stopped > 0) {
                log(id, "检网", "中止", problem);
            }
        });
    }

    /** Ends a run once all its parts are finished. */
    void finish(String id) {
        transaction.executeWithoutResult(status -> {
            int ended = jdbc.sql("update retriage_run set status = ?, finished_at = ? where id = ? and status = ? and not exists "
                            + "(select 1 from retriage_part p where p.run_id = retriage_run.id and not p.finished)")
                    .params(Run.Status.DONE.name(), now(), id, Run.Status.RUNNING.name()).update();
            if (ended > 0) {
                Run run = find(id).orElseThrow();
                log(id, "检网", "完成", "共判 %d 件，变化 %d 件，失败 %d 件".formatted(run.done(), run.changed(), run.failed()));
            }
        });
    }

    /** What was done with a run, in order. */
    List<LogEntry> log(String id) {
        return jdbc.sql("select at, actor, action, detail from retriage_log where run_id = ? order by number").param(id)
                .query(LogEntry.class).list();
    }

    /** Adds to what was done with a run. */
    void note(String id, String actor, String action, String detail) {
        transaction.executeWithoutResult(status -> log(id, actor, action, detail));
    }

    private void log(String id, String actor, String action, String detail) {
        jdbc.sql("insert into retriage_log (run_id, number, at, actor, action, detail) "
                        + "select cast(? as varchar), coalesce(max(number), 0) + 1, cast(? as timestamp with time zone), "
                        + "cast(? as varchar), cast(? as varchar), cast(? as varchar) from retriage_log where run_id = ?")
                .params(id, now(), actor, action, detail, id).update();
    }

    /** The counts of all parts together. */
    Tally tally(String id) {
        Tally all = new Tally();
        jdbc.sql("select tally_json from retriage_part where run_id = ?").param(id).query(String.class).list()
                .forEach(json -> all.addAll(Tally.of(JsonCodec.read(json, Tally.Kept.class))));
        return all;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Run.Status status = Run.Status.valueOf(row.getString("status"));
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        long total = row.getLong("total");
        long done = row.getLong("handled");
        double seconds = Duration.between(row.getObject("resumed_at", OffsetDateTime.class),
                finished == null ? now() : finished).toMillis() / 1000.0;
        double rate = seconds <= 0 || status == Run.Status.PAUSED ? 0 : (done - row.getLong("resumed_from")) / seconds;
        return new Run(row.getString("id"), status, row.getBoolean("apply"), row.getBoolean("notify_platform"), row.getString("reason"), row.getString("started_by"),
                new Decision.ReleaseId(row.getString("release_version"), row.getString("release_sha256")),
                JsonCodec.read(row.getString("selection_json"), Selection.class), row.getString("seed"),
                row.getObject("created_at", OffsetDateTime.class), finished, row.getString("problem"), total, done,
                row.getLong("changed"), row.getLong("failed"), Math.max(0, Math.round(rate * 10) / 10.0),
                status == Run.Status.RUNNING && rate > 0 ? Long.valueOf(Math.round((total - done) / rate)) : null);
    }
}
