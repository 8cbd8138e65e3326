package cn.jianwang.notification;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.store.MultiRow;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notifications that wait to be delivered, in the order in which they came about; of one event, a later one never overtakes
 * an earlier one. Any number of processes may empty it.
 */
public final class Outbox {

    /** @param key the Idempotency-Key: that of the decision, so that it is the same however often it is sent */
    record Waiting(long id, String key, String body, int attempts) {
    }

    private static final int MOST_FAILURES = 100;
    private static final int LONGEST_ERROR = 200;

    private final JdbcClient jdbc;
    private final NotificationSettings settings;

    public Outbox(JdbcClient jdbc, NotificationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Why nothing can be delivered and how to mend that, in Chinese; empty where all is well. */
    public Optional<String> obstacle() {
        return settings.obstacle();
    }

    /** Puts in a notification of each decision. To be called inside the transaction that keeps them. */
    public void put(List<Decision> decisions, String run, OffsetDateTime now) {
        MultiRow.insert(jdbc, "notification (run_id, event_key, revision, idempotency_key, body, status, attempts, next_attempt)",
                decisions.stream().map(decision -> new Object[] {run, decision.eventKey(), decision.revision(), decision.decisionId(),
                    JsonCodec.write(Notice.of(decision, run)), "WAITING", 0, now}).toList());
    }

    /** The next one that is due. */
    Optional<Waiting> next(OffsetDateTime now) {
        return jdbc.sql("select id, idempotency_key, body, attempts from notification n where status = 'WAITING' and next_attempt <= ? "
                        + "and not exists (select 1 from notification x where x.event_key = n.event_key and x.id < n.id "
                        + "and x.status = 'WAITING') order by next_attempt, id limit 1").param(now)
                .query((row, n) -> new Waiting(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4))).optional();
    }

    /** Takes the next place in the common pace: zero where it may be sent at once, otherwise how long to wait and ask again. */
    Duration pace(OffsetDateTime now) {
        OffsetDateTime free = jdbc.sql("select free_at from notification_pace where id = 1").query(OffsetDateTime.class).single();
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        boolean mine = jdbc.sql("update notification_pace set free_at = ? where id = 1 and free_at = ?")
                .params(now.plus(settings.spacing()), free).update() > 0;
        return mine ? Duration.ZERO : settings.spacing();
    }

    /**
     * Counts the try before it is made, and keeps others from making it too. Whoever dies meanwhile leaves it to be made
     * again later, under the same key.
     */
    boolean claim(Waiting one, OffsetDateTime now) {
        Duration rest = settings.retry(one.attempts() + 1).plus(settings.timeout().multipliedBy(2));
        return jdbc.sql("update notification set attempts = attempts + 1, next_attempt = ? where id = ? and attempts = ? and status = 'WAITING'")
                .params(now.plus(rest), one.id(), one.attempts()).update() > 0;
    }

    void delivered(Waiting one) {
        jdbc.sql("update notification set status = 'DELIVERED', last_error = null where id = ?").param(one.id()).update();
    }

    /** Notes why a try failed, and when the next one comes, if any. */
    void failed(Waiting one, String error, OffsetDateTime now) {
        boolean last = one.attempts() + 1 >= settings.tries();
        jdbc.sql("update notification set status = ?, last_error = ?, next_attempt = ? where id = ? and status = 'WAITING'")
                .params(last ? "GIVEN_UP" : "WAITING", error.substring(0, Math.min(error.length(), LONGEST_ERROR)),
                        now.plus(settings.retry(one.attempts() + 1)), one.id()).update();
    }

    /** Lets those of a run that were given up be tried anew, under their old keys. */
    public void retry(String run, OffsetDateTime now) {
        jdbc.sql("update notification set status = 'WAITING', attempts = 0, next_attempt = ? where run_id = ? and status = 'GIVEN_UP'")
                .params(now, run).update();
    }

    /** How those of a run stand. */
    public Standing of(String run) {
        return standing(counts("select status, count(*) from notification where run_id = ? group by status", run),
                jdbc.sql("select event_key, revision, status, attempts, last_error, next_attempt from notification where run_id = ? "
                        + "and last_error is not null order by id limit " + MOST_FAILURES).param(run).query(Standing.Failure.class).list());
    }

    /** How all stand, without the failures. */
    public Standing all() {
        return standing(counts("select status, count(*) from notification group by status"), List.of());
    }

    private Map<String, Long> counts(String sql, Object... parameters) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(sql).params(parameters).query((row, n) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    private static Standing standing(Map<String, Long> counts, List<Standing.Failure> failures) {
        return new Standing(counts.getOrDefault("WAITING", 0L), counts.getOrDefault("DELIVERED", 0L),
                counts.getOrDefault("GIVEN_UP", 0L), failures);
    }
}
