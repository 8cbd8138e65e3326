package cn.jianwang.web;

import cn.jianwang.notification.Courier;
import cn.jianwang.notification.NotificationSettings;
import cn.jianwang.notification.Outbox;
import cn.jianwang.notification.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service delivers the notifications that re-triage runs put into the outbox, its own and those of commands. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    NotificationSettings notificationSettings(Environment environment) {
        return NotificationSettings.of(environment);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, NotificationSettings settings, MeterRegistry meters) {
        Outbox outbox = new Outbox(jdbc, settings);
        gauge(meters, outbox, "waiting", Standing::waiting);
        gauge(meters, outbox, "delivered", Standing::delivered);
        gauge(meters, outbox, "given_up", Standing::givenUp);
        return outbox;
    }

    private static void gauge(MeterRegistry meters, Outbox outbox, String status, ToDoubleFunction<Standing> count) {
        Gauge.builder("jianwang.notifications", outbox, box -> count.applyAsDouble(box.all())).tag("status", status)
                .description("重判通知的条数").register(meters);
    }

    @Bean(destroyMethod = "close")
    Courier courier(Outbox outbox, NotificationSettings settings) {
        Courier courier = new Courier(outbox, settings, Clock.systemUTC());
        courier.start();
        return courier;
    }
}
