package cn.jianwang.web;

import cn.jianwang.release.Journal;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.store.ReleaseAudit;
import cn.jianwang.trial.PublishGates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Loads the rules beside the start of Spring; the port opens when both are done. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Begins as soon as it is clear that these rules are to serve, and nobody brought others. */
    @Bean
    static BeanFactoryPostProcessor ruleLoading(Environment environment) {
        return factory -> {
            BeanDefinition serving = factory.getBeanDefinition("servingRelease");
            if ("releaseConfiguration".equals(serving.getFactoryBeanName())) {
                factory.registerSingleton("rules-loading", RuleLoading.begin(ReleaseSettings.of(environment)));
            }
        };
    }

    @Bean
    SwappingRelease servingRelease(RuleLoading loading, Environment environment, ObjectProvider<ReleaseAudit> audit, MeterRegistry meters) {
        ReleaseSettings settings = ReleaseSettings.of(environment);
        ReleaseShelf shelf = new ReleaseShelf(settings.releases());
        Publisher publisher = new Publisher(shelf, PublishGates.all(settings.mutation()), Clock.system(SHANGHAI));
        return new SwappingRelease(loading, settings, shelf, new Journal(shelf), publisher, audit, meters);
    }
}
