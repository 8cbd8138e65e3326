package cn.jianwang.store;

import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The decisions that stand: of each event the last one. */
@Repository
public class StandingDecisions {

    /** What is known of a decision without reading it. */
    public record Entry(String id, String eventKey, String tier) {
    }

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StandingDecisions(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes through those that were made in a span of time, in no particular order and in bounded memory. */
    public void forEachMade(OffsetDateTime from, OffsetDateTime until, Consumer<Entry> consumer) {
        transaction.executeWithoutResult(status -> {
            try (Stream<Entry> entries = jdbc.sql("select d.id, d.event_key, d.tier from decision d where d.decided_at >= ? and d.decided_at < ? "
                            + "and not exists (select 1 from decision n where n.event_key = d.event_key and n.revision > d.revision)")
                    .withFetchSize(ROWS_AT_ONCE).params(from, until).query(Entry.class).stream()) {
                entries.forEach(consumer);
            }
        });
    }
}
