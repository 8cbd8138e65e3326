package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.notification.Outbox;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.MultiRow;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads parts a page at a time and writes each page in one transaction together with its checkpoint. That transaction only
 * commits if the part still belongs to the worker, stands where the worker took it up, and the run still runs: so nothing is
 * done twice or left out, whoever dies, freezes or is paused at whatever moment.
 */
final class PartStore {

    /** An event with its latest decision, as kept. */
    record Kept(String eventKey, String eventJson, String contentHash, Judge.Identity identity, String decisionJson) {
    }

    /** A judged event, to be written. */
    record Judged(Kept kept, Judge.Verdict verdict) {
    }

    private static final String COLUMNS = "select e.event_key, e.event_json, e.content_hash, d.id, d.revision, "
            + "d.release_version, d.release_sha256, d.decision_json";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DecisionStore decisions;
    private final Outbox outbox;
    private final Duration lease;
    private final int page;

    PartStore(JdbcClient jdbc, TransactionTemplate transaction, DecisionStore decisions, Outbox outbox, Tuning tuning) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.decisions = decisions;
        this.outbox = outbox;
        this.lease = tuning.lease();
        this.page = tuning.page();
    }

    /** Takes a part that nobody holds; empty where all are held or finished. */
    Optional<Part> take(String run) {
        OffsetDateTime now = RunStore.now();
        for (Integer number : jdbc.sql("select part from retriage_part where run_id = ? and not finished "
                + "and (lease_until is null or lease_until < ?) order by part limit 8").params(run, now).query(Integer.class).list()) {
            String owner = UUID.randomUUID().toString();
            int taken = jdbc.sql("update retriage_part set lease_owner = ?, lease_until = ? where run_id = ? and part = ? "
                            + "and not finished and (lease_until is null or lease_until < ?)")
                    .params(owner, now.plus(lease), run, number, now).update();
            if (taken > 0) {
                return jdbc.sql("select last_key, to_key, tally_json from retriage_part where run_id = ? and part = ?")
                        .params(run, number).query((row, n) -> new Part(run, number, row.getString(1), row.getString(2), owner,
                                JsonCodec.read(row.getString(3), Tally.Kept.class))).optional();
            }
        }
        return Optional.empty();
    }

    /** Whether the run's events have been cut into parts. */
    boolean cut(String run) {
        return jdbc.sql("select exists (select 1 from retriage_part where run_id = ?)").param(run).query(Boolean.class).single();
    }

    /** Whether parts are left, held or not. */
    boolean unfinished(String run) {
        return jdbc.sql("select exists (select 1 from retriage_part where run_id = ? and not finished)").param(run)
                .query(Boolean.class).single();
    }

    /** Gives a part back, so that nobody has to wait for the lease to run out. */
    void release(Part part) {
        jdbc.sql("update retriage_part set lease_owner = null, lease_until = null where run_id = ? and part = ? and lease_owner = ?")
                .params(part.run(), part.number(), part.owner()).update();
    }

    /** The next events of the part; fewer than a page means that they are the last. */
    List<Kept> page(Part part, SelectionSql selection) {
        List<Object> parameters = new ArrayList<>(List.of(part.after(), part.to()));
        parameters.addAll(selection.parameters());
        return jdbc.sql(COLUMNS + SelectionSql.FROM + " where e.event_key > ? and e.event_key <= ? and " + selection.where()
                + " order by e.event_key limit " + page).params(parameters).query((row, n) -> kept(row)).list();
    }

    boolean last(List<?> read) {
        return read.size() < page;
    }

    /**
     * Writes a page and moves the checkpoint behind it.
     *
     * @param again judges an event that changed while the page was being judged
     * @return the part as it stands now; empty where it is no longer this worker's, and then nothing was written
     */
    Optional<Part> write(Part part, Run run, Lot lot, List<Judged> read, Function<Kept, Judge.Verdict> again) {
        return Optional.ofNullable(transaction.execute(status -> {
            List<Judged> judged = run.apply() ? current(read, again) : read;
            Tally tally = Tally.of(part.tally());
            judged.stream().filter(one -> !one.verdict().failed()).forEach(one -> count(tally, lot, one));
            List<Judged> changed = judged.stream().filter(one -> one.verdict().changed()).toList();
            List<Judged> failed = judged.stream().filter(one -> one.verdict().failed()).toList();
            boolean finished = last(read);
            String reached = finished ? part.to() : read.get(read.size() - 1).kept().eventKey();
            OffsetDateTime now = RunStore.now();
            int mine = jdbc.sql("update retriage_part set last_key = ?, handled = handled + ?, changed = changed + ?, "
                            + "failed = failed + ?, finished = ?, lease_until = ?, tally_json = ? where run_id = ? and part = ? "
                            + "and lease_owner = ? and last_key = ? and not finished and exists "
                            + "(select 1 from retriage_run r where r.id = run_id and r.status = 'RUNNING')")
                    .params(reached, judged.size(), changed.size(), failed.size(), finished, now.plus(lease),
                            JsonCodec.write(tally.kept()), part.run(), part.number(), part.owner(), part.after()).update();
            if (mine == 0) {
                status.setRollbackOnly();
                return null;
            }
            record(run, lot, changed, failed, now);
            return new Part(part.run(), part.number(), reached, part.to(), part.owner(), tally.kept());
        }));
    }

    private static void count(Tally tally, Lot lot, Judged one) {
        Judge.Verdict verdict = one.verdict();
        if (verdict.changed()) {
            tally.changed(verdict.event(), verdict.before(), verdict.after(), verdict.depth());
        } else {
            tally.unchanged(verdict.after(), lot, one.kept().identity().revision());
        }
    }

    private void record(Run run, Lot lot, List<Judged> changed, List<Judged> failed, OffsetDateTime now) {
        List<Decision> revisions = changed.stream().map(one -> DecisionStore.revision(one.verdict().after(),
                one.kept().identity().revision() + 1)).toList();
        if (run.apply()) {
            decisions.keepAll(revisions, run.id(), now);
        }
        if (run.notifyPlatform()) {
            outbox.put(revisions, run.id(), now);
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            Judge.Verdict verdict = changed.get(i).verdict();
            boolean kept = !run.apply() && verdict.depth() != Depth.WORDING;
            rows.add(new Object[] {run.id(), verdict.after().eventKey(), verdict.before().revision(),
                run.apply() ? revisions.get(i).revision() : null, verdict.depth().name(), verdict.before().tier().name(),
                verdict.after().tier().name(), lot.of(verdict.after().eventKey()), kept ? JsonCodec.write(revisions.get(i)) : null});
        }
        MultiRow.insert(jdbc, "retriage_change (run_id, event_key, old_revision, new_revision, depth, old_tier, new_tier, pick, "
                + "new_json)", rows);
        MultiRow.insert(jdbc, "retriage_failure (run_id, event_key, incident)", failed.stream()
                .map(one -> new Object[] {run.id(), one.kept().eventKey(), one.verdict().incident()}).toList());
    }

    /** Locks the events that changed, and judges those again that got new content or another revision meanwhile. */
    private List<Judged> current(List<Judged> page, Function<Kept, Judge.Verdict> again) {
        List<String> keys = page.stream().filter(one -> one.verdict().changed()).map(one -> one.kept().eventKey()).toList();
        if (keys.isEmpty()) {
            return page;
        }
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        jdbc.sql("select event_key from event where event_key in (" + marks + ") order by event_key for update").params(keys)
                .query(String.class).list();
        Map<String, Kept> now = jdbc.sql(COLUMNS + SelectionSql.FROM + " where e.event_key in (" + marks + ")").params(keys)
                .query((row, n) -> kept(row)).list().stream().collect(Collectors.toMap(Kept::eventKey, Function.identity()));
        return page.stream().map(one -> {
            Kept kept = now.get(one.kept().eventKey());
            boolean same = kept == null || kept.contentHash().equals(one.kept().contentHash())
                    && kept.identity().equals(one.kept().identity());
            return same ? one : new Judged(kept, again.apply(kept));
        }).toList();
    }

    private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(row.getString(1), row.getString(2), row.getString(3), new Judge.Identity(row.getString(4), row.getInt(5),
                new Decision.ReleaseId(row.getString(6), row.getString(7))), row.getString(8));
    }
}
