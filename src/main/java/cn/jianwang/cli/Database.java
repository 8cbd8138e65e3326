package cn.jianwang.cli;

import cn.jianwang.store.StoreConfiguration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the database just long enough for a command to do something with it. */
final class Database {

    private Database() {
    }

    /** @return what the work returns, or the code of a command that could not run, where the database does not open */
    static int use(List<String> settings, ToIntFunction<BeanFactory> work) {
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).logStartupInfo(false)
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            return Exit.COULD_NOT_RUN;
        }
        try (context) {
            return work.applyAsInt(context);
        }
    }
}
