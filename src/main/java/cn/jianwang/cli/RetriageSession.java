package cn.jianwang.cli;

import cn.jianwang.notification.NotificationSettings;
import cn.jianwang.notification.Outbox;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.retriage.EditCauses;
import cn.jianwang.retriage.LiveTraffic;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Tuning;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StoreConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The store opened for re-triage, without a web server. */
final class RetriageSession implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Retriage retriage;

    private RetriageSession(ConfigurableApplicationContext context, Retriage retriage) {
        this.context = context;
        this.retriage = retriage;
    }

    /**
     * Opens the store; the reason why it cannot be opened was reported already where this returns null.
     *
     * @param rules the rules in force; null for what serves by the configuration
     */
    static RetriageSession open(List<String> settings, Path rules, Surroundings surroundings) {
        List<String> all = new ArrayList<>(settings);
        if (rules != null) {
            all.add("--jianwang.rules=" + rules);
        }
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).logStartupInfo(false)
                    .registerShutdownHook(false).run(all.toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            return null;
        }
        Environment environment = context.getEnvironment();
        RuleSource source = RuleSource.of(new ReleaseShelf(Path.of(environment.getRequiredProperty("jianwang.releases"))),
                Path.of(environment.getRequiredProperty("jianwang.rules")), rules != null,
                Path.of(environment.getRequiredProperty("jianwang.candidates")));
        Duration lease = DurationStyle.detectAndParse(environment.getRequiredProperty("jianwang.retriage.lease"));
        return new RetriageSession(context, new Retriage(context.getBean(JdbcClient.class),
                context.getBean(PlatformTransactionManager.class), context.getBean(DecisionStore.class), source,
                surroundings.releases(), new LiveTraffic(), new EditCauses(source::of),
                new Outbox(context.getBean(JdbcClient.class), NotificationSettings.of(environment)), Tuning.of(lease)));
    }

    Retriage retriage() {
        return retriage;
    }

    @Override
    public void close() {
        retriage.close();
        context.close();
    }
}
