package cn.jianwang.retriage;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.notification.NotificationSettings;
import cn.jianwang.notification.Outbox;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StoreConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A store with re-triage over it, as one process has it. */
final class StoreUnderTest implements AutoCloseable {

    private static final EventReader READER = new EventReader();

    final ConfigurableApplicationContext context;
    final DecisionStore store;
    final JdbcClient jdbc;
    final LiveTraffic live = new LiveTraffic();

    StoreUnderTest(String url) {
        context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + url, "--logging.level.root=ERROR", "--logging.level.cn.jianwang.retriage=WARN", "--logging.level.cn.jianwang.event=OFF");
        store = context.getBean(DecisionStore.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    /** Can notify nobody. @param current the folder of the rules in force; published ones stand beside it */
    Retriage retriage(Path current, Duration lease, Consumer<GridEvent> before) {
        return retriage(current, lease, before, "");
    }

    /** Can notify, though nothing delivers what is in the outbox. */
    Retriage notifying(Path current, Duration lease, Consumer<GridEvent> before) {
        return retriage(current, lease, before, "http://127.0.0.1:9/");
    }

    private Retriage retriage(Path current, Duration lease, Consumer<GridEvent> before, String notified) {
        Outbox outbox = new Outbox(jdbc, new NotificationSettings(notified, "密", 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        return new Retriage(jdbc, context.getBean(PlatformTransactionManager.class), store,
                new FolderSource(current, current.toAbsolutePath().getParent(), current.toAbsolutePath().getParent()), folder -> WordDecider.load(folder, before),
                live, ChangeCauses.none(), outbox, new Tuning(lease, 150, 40));
    }

    static GridEvent event(String id, String properties) {
        return READER.read("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%s\",%s}".formatted(id, properties)).event();
    }

    @Override
    public void close() {
        context.close();
    }
}
