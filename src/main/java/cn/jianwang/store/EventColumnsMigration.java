package cn.jianwang.store;

import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Fills {@link EventColumns} for events that were kept before there were such columns. */
@Component
class EventColumnsMigration implements JavaMigration {

    private static final int PAGE = 1_000;

    private record Kept(String key, GridEvent event, OffsetDateTime received) {
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("10.1");
    }

    @Override
    public String getDescription() {
        return "event columns";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        List<Kept> page = page(context.getConnection(), "");
        while (!page.isEmpty()) {
            fill(context.getConnection(), page);
            page = page(context.getConnection(), page.get(page.size() - 1).key());
        }
    }

    private static List<Kept> page(Connection connection, String after) throws SQLException {
        List<Kept> page = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select event_key, event_json, first_received from event "
                + "where event_key > ? order by event_key limit " + PAGE)) {
            select.setString(1, after);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Kept(rows.getString(1), JsonCodec.read(rows.getString(2), GridEvent.class),
                            rows.getObject(3, OffsetDateTime.class)));
                }
            }
        }
        return page;
    }

    private static void fill(Connection connection, List<Kept> page) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update event set source_system = ?, region = ?, event_time = ? where event_key = ?")) {
            for (Kept kept : page) {
                EventColumns columns = EventColumns.of(kept.event(), kept.received());
                update.setString(1, columns.source());
                update.setString(2, columns.region());
                update.setObject(3, columns.time());
                update.setString(4, kept.key());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
