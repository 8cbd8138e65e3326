package cn.jianwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSettingsTest {

    private static NotificationSettings settings(String url, String secret, int perSecond) {
        return new NotificationSettings(url, secret, perSecond, 3, Duration.ofMinutes(10), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'',密,1,没有配置通知地址 jianwang.notify.url", "'ftp://a/b',密,1,不是 http:// 或 https:// 开头的网址",
        "'http://',密,1,不是 http:// 或 https:// 开头的网址", "'两个 字',密,1,不是 http:// 或 https:// 开头的网址",
        "'http://a/b','',1,没有配置签名口令 jianwang.notify.secret", "'http://a/b',密,0,都须大于 0"})
    void whatCannotDeliverSaysWhyAndHowToMendIt(String url, String secret, int perSecond, String words) {
        assertThat(settings(url, secret, perSecond).obstacle()).hasValueSatisfying(
                obstacle -> assertThat(obstacle).contains(words, "config/application.yaml"));
    }

    @Test
    void whatCanDeliverHasNoObstacle() {
        assertThat(settings("https://platform.example/notices", "密", 1).obstacle()).isEmpty();
    }

    @Test
    void waitsDoubleUpToAnHour() {
        NotificationSettings settings = settings("http://a/b", "密", 3);
        assertThat(settings.retry(1)).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.retry(2)).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.retry(3)).isEqualTo(Duration.ofMinutes(40));
        assertThat(settings.retry(4)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.retry(1_000)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.spacing()).isGreaterThanOrEqualTo(Duration.ofSeconds(1).dividedBy(3));
    }

    /** Test case 2 of RFC 4231. */
    @Test
    void theSignatureIsHmacSha256() {
        assertThat(Signature.of("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
