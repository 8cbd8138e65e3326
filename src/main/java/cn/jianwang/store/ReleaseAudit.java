package cn.jianwang.store;

import cn.jianwang.event.JsonCodec;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was done with rule releases. Entries are only ever added; each carries a hash over itself and the entry before
 * it, so that a change made behind the service's back shows.
 */
@Repository
public class ReleaseAudit {

    private static final String START = "0".repeat(64);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReleaseAudit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param seq     position, from 1
     * @param id      given by whoever did it; the same entry is kept once, however often it is brought
     * @param version empty where no release came about
     */
    public record Entry(long seq, String id, OffsetDateTime doneAt, String action, String actor, String version, String outcome,
                        String detail) {
    }

    private record Kept(long seq, String id, OffsetDateTime doneAt, String action, String actor, String version, String outcome,
                        String detail, String hash) {

        Entry entry() {
            return new Entry(seq, id, doneAt, action, actor, version, outcome, detail);
        }
    }

    private record Head(long seq, String hash) {
    }

    /** Adds an entry, unless it is kept already; its {@code seq} is given here. */
    public void add(Entry entry) {
        transaction.executeWithoutResult(status -> {
            Head head = jdbc.sql("select seq, hash from release_audit_head where id = 1 for update").query(Head.class).single();
            boolean known = jdbc.sql("select exists (select 1 from release_audit where id = ?)").param(entry.id()).query(Boolean.class).single();
            if (!known) {
                Entry next = canonical(entry, head.seq() + 1);
                String hash = hash(next, head.hash());
                jdbc.sql("insert into release_audit (seq, id, done_at, action, actor, version, outcome, detail, hash) "
                                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(next.seq(), next.id(), next.doneAt(), next.action(), next.actor(), next.version(), next.outcome(),
                                next.detail(), hash).update();
                jdbc.sql("update release_audit_head set seq = ?, hash = ? where id = 1").params(next.seq(), hash).update();
            }
        });
    }

    /** The last entries, newest first. */
    public List<Entry> last(int most) {
        return jdbc.sql("select * from release_audit order by seq desc limit ?").param(most).query(Kept.class).list().stream()
                .map(Kept::entry).toList();
    }

    /** Whether every entry is as it was written, and none is missing. */
    public boolean isIntact() {
        Head head = jdbc.sql("select seq, hash from release_audit_head where id = 1").query(Head.class).single();
        String hash = START;
        long seq = 0;
        for (Kept kept : jdbc.sql("select * from release_audit where seq <= ? order by seq").param(head.seq()).query(Kept.class).list()) {
            hash = hash(canonical(kept.entry(), kept.seq()), hash);
            if (kept.seq() != ++seq || !hash.equals(kept.hash())) {
                return false;
            }
        }
        return seq == head.seq() && hash.equals(head.hash());
    }

    /** As both databases give it back. */
    private static Entry canonical(Entry entry, long seq) {
        return new Entry(seq, entry.id(), entry.doneAt().withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS), entry.action(),
                entry.actor(), entry.version(), entry.outcome(), entry.detail());
    }

    private static String hash(Entry entry, String before) {
        return Sha256.hex(before + JsonCodec.write(entry));
    }
}
