package cn.jianwang.cli;

import cn.jianwang.store.ApiKeys;
import cn.jianwang.store.StoreConfiguration;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the database just long enough to do something with the keys. */
final class KeyStore {

    private KeyStore() {
    }

    static int use(List<String> settings, Function<ApiKeys, Integer> work) {
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).logStartupInfo(false)
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            return Exit.COULD_NOT_RUN;
        }
        try (context) {
            return work.apply(context.getBean(ApiKeys.class));
        }
    }
}
