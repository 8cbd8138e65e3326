package cn.jianwang.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Feedback on decisions. Nothing is ever changed: who changes his mind says so again. */
@Repository
public class Feedbacks {

    /** Feedback as kept. */
    public record Kept(String decisionId, OffsetDateTime givenAt, boolean relevant, Boolean accepted, Boolean filed,
                       Feedback.Reason reason, String note) {
    }

    private static final String COLUMNS = "select f.decision_id, f.given_at, f.relevant, f.accepted, f.filed, f.reason, f.note from feedback f ";

    private final JdbcClient jdbc;

    Feedbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps feedback on a decision that exists. */
    public Kept add(String decisionId, Feedback feedback) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into feedback (decision_id, given_at, relevant, accepted, filed, reason, note) values (?, ?, ?, ?, ?, ?, ?)")
                .params(decisionId, now, feedback.relevant(), feedback.accepted(), feedback.filed(),
                        feedback.reason() == null ? null : feedback.reason().name(), feedback.note()).update();
        return new Kept(decisionId, now, feedback.relevant(), feedback.accepted(), feedback.filed(), feedback.reason(), feedback.note());
    }

    /** All feedback on a decision, oldest first. */
    public List<Kept> of(String decisionId) {
        return jdbc.sql(COLUMNS + "where f.decision_id = ? order by f.id").param(decisionId).query(Kept.class).list();
    }

    /** The last feedback on each decision made in a span of time, in the order it was given. */
    public List<Kept> onDecisionsMade(OffsetDateTime from, OffsetDateTime until) {
        return jdbc.sql(COLUMNS + "join decision d on d.id = f.decision_id where d.decided_at >= ? and d.decided_at < ? "
                        + "and f.id = (select max(l.id) from feedback l where l.decision_id = f.decision_id) order by f.id")
                .params(from, until).query(Kept.class).list();
    }
}
