package cn.jianwang.store;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.ShadowHit;
import cn.jianwang.decision.Verdict;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps events and decisions so that one event key stands for one event, however often and by however many copies of the
 * service it is received at the same time.
 *
 * <p>Whoever inserts an event first wins by the primary key; the others come back and find it. From then on the event's
 * row is locked while its next revision is made.
 */
@Repository
public class DecisionStore {

    /** Each lost race means that somebody else got on, so that a handful of attempts is plenty. */
    private static final int ATTEMPTS = 10;
    /** Width of the column. */
    private static final int MOST_CHANGES = 4000;
    private static final String DECISION = "decision (id, event_key, revision, tier, urgency, release_version, release_sha256, "
            + "decided_at, decision_json, run_id)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DecisionStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The decision on this event: the latest one kept, where the event was received before and says nothing new;
     * otherwise a new one, which is kept as the next revision.
     */
    public Decision triage(GridEvent event, Decider decider) {
        String hash = Fingerprint.of(event);
        DataAccessException lost = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transaction.execute(status -> keep(event, hash, decider));
            } catch (DuplicateKeyException | ConcurrencyFailureException race) {
                lost = race;
            }
        }
        throw lost;
    }

    /** All revisions of an event's decision, oldest first; empty for an unknown event. */
    public List<Decision> decisionsOf(String eventKey) {
        return jdbc.sql("select decision_json from decision where event_key = ? order by revision").param(eventKey)
                .query(String.class).list().stream().map(DecisionStore::decision).toList();
    }

    public Optional<Decision> decision(String eventKey, int revision) {
        return jdbc.sql("select decision_json from decision where event_key = ? and revision = ?").params(eventKey, revision)
                .query(String.class).optional().map(DecisionStore::decision);
    }

    public Optional<Decision> decisionById(String id) {
        return jdbc.sql("select decision_json from decision where id = ?").param(id)
                .query(String.class).optional().map(DecisionStore::decision);
    }

    /** The masked event as last received, in JSON; empty for an unknown key. */
    public Optional<String> event(String eventKey) {
        return jdbc.sql("select event_json from event where event_key = ?").param(eventKey).query(String.class).optional();
    }

    private Decision keep(GridEvent event, String hash, Decider decider) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        Optional<String> known = jdbc.sql("select content_hash from event where event_key = ? for update").param(event.key())
                .query(String.class).optional();
        if (known.isEmpty()) {
            EventColumns columns = EventColumns.of(event, now);
            jdbc.sql("insert into event (event_key, content_hash, event_json, first_received, last_received, source_system, "
                    + "region, event_time) values (?, ?, ?, ?, ?, ?, ?, ?)").params(event.key(), hash, JsonCodec.write(event),
                    now, now, columns.source(), columns.region(), columns.time()).update();
            return keep(decider.verdict(event), 1, now);
        }
        EventColumns columns = EventColumns.of(event, null);
        jdbc.sql("update event set content_hash = ?, event_json = ?, last_received = ?, region = ?, "
                + "event_time = coalesce(?, first_received) where event_key = ?")
                .params(hash, JsonCodec.write(event), now, columns.region(), columns.time(), event.key()).update();
        int latest = jdbc.sql("select max(revision) from decision where event_key = ?").param(event.key())
                .query(Integer.class).single();
        return known.get().equals(hash) ? decision(event.key(), latest).orElseThrow()
                : keep(decider.verdict(event), latest + 1, now);
    }

    private Decision keep(Verdict verdict, int revision, OffsetDateTime now) {
        Decision decision = revision(verdict.decision(), revision);
        MultiRow.insert(jdbc, DECISION, List.<Object[]>of(row(decision, null, now)));
        verdict.shadow().forEach(hit -> keep(hit, decision, now));
        return decision;
    }

    private void keep(ShadowHit hit, Decision decision, OffsetDateTime now) {
        jdbc.sql("insert into shadow_hit (decision_id, row_id, changes, joint, release_version, decided_at) values (?, ?, ?, ?, ?, ?)")
                .params(decision.decisionId(), hit.row(), cut(String.join(ShadowLog.SEPARATOR, hit.changes())), hit.joint(),
                        decision.release().version(), now).update();
    }

    private static String cut(String changes) {
        return changes.length() <= MOST_CHANGES ? changes : changes.substring(0, changes.lastIndexOf(ShadowLog.SEPARATOR, MOST_CHANGES));
    }

    /**
     * Keeps the decisions of a re-triage, each as the revision that it carries. To be called inside the transaction that
     * locked the events.
     *
     * @param decisions made by {@link #revision}
     * @param run       the re-triage that made them
     */
    public void keepAll(List<Decision> decisions, String run, OffsetDateTime now) {
        MultiRow.insert(jdbc, DECISION, decisions.stream().map(decision -> row(decision, run, now)).toList());
    }

    /** The decision as it is kept under this revision number. */
    public static Decision revision(Decision decided, int revision) {
        return revision == 1 ? decided : decided.identified(decided.decisionId() + "-" + revision, revision);
    }

    private static Object[] row(Decision decision, String run, OffsetDateTime now) {
        return new Object[] {decision.decisionId(), decision.eventKey(), decision.revision(), decision.tier().name(),
                decision.urgency().name(), decision.release().version(), decision.release().sha256(), now,
                JsonCodec.write(decision), run};
    }

    private static Decision decision(String json) {
        return JsonCodec.read(json, Decision.class);
    }
}
