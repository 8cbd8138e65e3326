package cn.jianwang.web;

import cn.jianwang.notification.Outbox;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.retriage.EditCauses;
import cn.jianwang.retriage.LiveTraffic;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Tuning;
import cn.jianwang.store.DecisionStore;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The service works on re-triage runs beside its requests, and lets the requests go first. */
@Configuration(proxyBeanMethods = false)
class RetriageConfiguration {

    @Bean
    LiveTraffic liveTraffic() {
        return new LiveTraffic();
    }

    @Bean
    FilterRegistrationBean<LiveTrafficFilter> liveTrafficFilter(LiveTraffic live) {
        FilterRegistrationBean<LiveTrafficFilter> registration = new FilterRegistrationBean<>(new LiveTrafficFilter(live));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    RuleSource ruleSource(Environment environment, @Value("${jianwang.candidates}") Path candidates) {
        ReleaseSettings settings = ReleaseSettings.of(environment);
        return RuleSource.of(new ReleaseShelf(settings.releases()), settings.rules(), settings.watch(), candidates);
    }

    @Bean
    RuleLoader ruleLoader() {
        return Release::load;
    }

    @Bean(destroyMethod = "close")
    Retriage retriage(JdbcClient jdbc, PlatformTransactionManager transactions, DecisionStore decisions, RuleSource rules,
                      RuleLoader loader, LiveTraffic live, Outbox outbox, @Value("${jianwang.retriage.lease}") Duration lease,
                      @Value("${jianwang.retriage.threads}") int threads) {
        Retriage retriage = new Retriage(jdbc, transactions, decisions, rules, loader, live, new EditCauses(rules::of), outbox,
                Tuning.of(lease));
        retriage.serve(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        return retriage;
    }
}
