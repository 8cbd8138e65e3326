package cn.jianwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventColumnsMigrationTest {

    @Test
    void eventsKeptBeforeThereWereColumnsGetThem() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        Flyway old = Flyway.configure().dataSource(url, "sa", "").target("1").load();
        old.migrate();
        JdbcClient jdbc = JdbcClient.create(old.getConfiguration().getDataSource());
        for (int i = 0; i < 1_001; i++) {
            String more = i == 0 ? ",\"reportTime\":\"2024-05-01T10:00:00+08:00\",\"region\":{\"county\":\"330803\",\"town\":\"330803101000\"}" : "";
            jdbc.sql("insert into event values (?, ?, ?, timestamp with time zone '2024-01-02 00:00:00+00:00', current_timestamp)")
                    .params("QZ:" + i, "0".repeat(64), "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"" + i + "\",\"content\":\"甲\","
                            + "\"channel\":\"OTHER\"" + more + "}").update();
        }
        new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).run("--spring.datasource.url=" + url).close();
        List<Map<String, Object>> filled = jdbc.sql("select source_system, region, count(*) n from event "
                + "where event_time in (timestamp with time zone '2024-05-01 02:00:00+00:00', timestamp with time zone '2024-01-02 00:00:00+00:00') "
                + "group by source_system, region order by n").query().listOfRows();
        assertThat(filled).extracting(row -> row.values().toString()).containsExactly("[QZ, 330803101000, 1]", "[QZ, null, 1000]");
    }
}
