package cn.jianwang.notification;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * Where and how notifications are delivered.
 *
 * @param url        empty where nobody is to be notified
 * @param secret     what the signature is made with
 * @param perSecond  how many are sent in a second at most, by all copies of the service together
 * @param tries      after how many one is given up
 * @param firstRetry how long the second try waits; each further one waits twice as long, up to an hour
 * @param timeout    how long an answer is waited for
 */
public record NotificationSettings(String url, String secret, int perSecond, int tries, Duration firstRetry, Duration timeout) {

    private static final String PREFIX = "jianwang.notify.";
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    /** As configured. */
    public static NotificationSettings of(Environment environment) {
        return new NotificationSettings(environment.getProperty(PREFIX + "url", ""), environment.getProperty(PREFIX + "secret", ""),
                environment.getRequiredProperty(PREFIX + "per-second", Integer.class),
                environment.getRequiredProperty(PREFIX + "tries", Integer.class), duration(environment, "first-retry"),
                duration(environment, "timeout"));
    }

    private static Duration duration(Environment environment, String name) {
        return DurationStyle.detectAndParse(environment.getRequiredProperty(PREFIX + name));
    }

    /** Why nothing can be delivered and how to mend that, in Chinese; empty where all is well. */
    public Optional<String> obstacle() {
        String problem = null;
        if (url.isBlank()) {
            problem = "没有配置通知地址 jianwang.notify.url";
        } else if (!isWeb(url)) {
            problem = "通知地址 jianwang.notify.url 不是 http:// 或 https:// 开头的网址";
        } else if (secret.isBlank()) {
            problem = "没有配置签名口令 jianwang.notify.secret";
        } else if (perSecond < 1 || tries < 1 || firstRetry.isNegative() || firstRetry.isZero() || timeout.isNegative() || timeout.isZero()) {
            problem = "jianwang.notify 的 per-second、tries、first-retry、timeout 都须大于 0";
        }
        return Optional.ofNullable(problem).map(what -> what + "。请在 config/application.yaml 里写好，或用 --键=值 写在命令后面");
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /** Between two sendings. */
    Duration spacing() {
        return Duration.of((MICROS_A_SECOND + perSecond - 1) / perSecond, ChronoUnit.MICROS);
    }

    /** How long after a try that failed the next one comes. */
    Duration retry(int attempts) {
        Duration wait = firstRetry;
        for (int i = 1; i < attempts && wait.compareTo(LONGEST_RETRY) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
    }
}
