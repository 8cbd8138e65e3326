package cn.jianwang.store;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts decided events into the store, as if each had come in by itself but a good deal faster. */
public final class HistoryLoader {

    private static final int AT_ONCE = 2_000;

    private HistoryLoader() {
    }

    /** Two files with as many lines each, as triage of a file leaves them. */
    public static void load(JdbcClient jdbc, PlatformTransactionManager transactions, Path events, Path decisions) throws IOException {
        EventReader reader = new EventReader();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try (BufferedReader event = Files.newBufferedReader(events); BufferedReader decision = Files.newBufferedReader(decisions)) {
            while (transaction.execute(status -> some(jdbc, reader, event, decision)) == AT_ONCE) {
                continue;
            }
        }
    }

    private static int some(JdbcClient jdbc, EventReader reader, BufferedReader events, BufferedReader decisions) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        List<Object[]> eventRows = new ArrayList<>();
        List<Object[]> decisionRows = new ArrayList<>();
        try {
            for (String line = events.readLine(); line != null; line = eventRows.size() < AT_ONCE ? events.readLine() : null) {
                GridEvent event = reader.read(line).event();
                EventColumns columns = EventColumns.of(event, now);
                eventRows.add(new Object[] {event.key(), Fingerprint.of(event), JsonCodec.write(event), now, now, columns.source(),
                    columns.region(), columns.time()});
                Decision decided = JsonCodec.read(decisions.readLine(), Decision.class);
                decisionRows.add(new Object[] {decided.decisionId(), decided.eventKey(), 1, decided.tier().name(),
                    decided.urgency().name(), decided.release().version(), decided.release().sha256(), now, JsonCodec.write(decided)});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MultiRow.insert(jdbc, "event (event_key, content_hash, event_json, first_received, last_received, source_system, region, "
                + "event_time)", eventRows);
        MultiRow.insert(jdbc, "decision (id, event_key, revision, tier, urgency, release_version, release_sha256, decided_at, "
                + "decision_json)", decisionRows);
        return eventRows.size();
    }
}
