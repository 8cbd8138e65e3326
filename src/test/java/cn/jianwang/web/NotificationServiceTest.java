package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.notification.Platform;
import cn.jianwang.retriage.WordDecider;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service tells a platform what a re-triage changed. */
class NotificationServiceTest extends RunningService {

    private static final String PATH = "/api/v1/retriage";

    @TempDir
    static Path folder;
    private final Platform platform = new Platform(Clock.systemUTC());

    @Override
    List<String> settings() {
        WordDecider.write(folder.resolve("rules"), "1", "偷排,A,GY01-001");
        WordDecider.write(folder.resolve("candidates").resolve("草稿"), "2", "污水,B,GY01-002");
        return List.of("--jianwang.rules=" + folder.resolve("rules"), "--jianwang.candidates=" + folder.resolve("candidates"),
                "--jianwang.releases=" + folder.resolve("releases"), "--jianwang.notify.url=" + platform.url(),
                "--jianwang.notify.secret=口令", "--jianwang.notify.per-second=200", "--jianwang.notify.tries=1");
    }

    @AfterAll
    void stopPlatform() {
        platform.close();
    }

    private static void within(int seconds, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < seconds * 20 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).as("within %d seconds", seconds).isTrue();
    }

    private String settled(String form) throws InterruptedException {
        HttpResponse<String> started = post(PATH, "application/json", form);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String id = tree(started).get("id").stringValue();
        within(20, () -> tree(get(PATH + "/" + id)).get("status").stringValue().equals("DONE")
                && notifications(id).get("waiting").intValue() == 0);
        return id;
    }

    private JsonNode notifications(String run) {
        return tree(get(PATH + "/" + run + "/notifications"));
    }

    private JsonNode health() {
        return tree(get("/actuator/health")).get("components").get("notifications");
    }

    @Test
    void whatARunChangedAndWhatTookItBackIsDeliveredAndWhatWasNotIsShownAndSentAgain() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            triage("n" + i, "\"content\":\"%s%d\"".formatted(i % 3 == 0 ? "偷排" : i % 3 == 1 ? "污水" : "路灯", i));
        }
        String apply = "{\"candidate\":\"草稿\",\"apply\":true,\"notifyPlatform\":true}";
        String run = settled(apply);
        assertThat(notifications(run).get("delivered").intValue()).isEqualTo(6);
        assertThat(platform.received()).hasSize(6).allSatisfy(one -> assertThat(one.body()).contains("\"runId\":\"" + run + "\""));
        assertThat(platform.received()).extracting(one -> json.readTree(one.body()).get("eventKey").stringValue())
                .containsExactly("QZ:n0", "QZ:n1", "QZ:n3", "QZ:n4", "QZ:n6", "QZ:n7");

        platform.answers(one -> 500);
        String back = settled("{\"apply\":true,\"notifyPlatform\":true}");
        assertThat(platform.keys()).hasSize(12).doesNotHaveDuplicates();
        assertThat(notifications(back).get("givenUp").intValue()).isEqualTo(6);
        assertThat(notifications(back).get("failures").get(0).get("lastError").stringValue()).isEqualTo("对方应答 500");
        assertThat(health().get("status").stringValue()).isEqualTo("DEGRADED");
        assertThat(health().get("details").get("givenUp").intValue()).isEqualTo(6);
        assertThat(get("/actuator/prometheus").body()).contains("jianwang_notifications{status=\"given_up\"} 6.0",
                "jianwang_notifications{status=\"delivered\"} 6.0");

        platform.answers(one -> 200);
        String retry = PATH + "/" + back + "/notifications/retry";
        assertThat(post(retry + "?by=%E5%BC%A0%E6%A3%80", "application/json", "").statusCode()).isEqualTo(200);
        within(20, () -> notifications(back).get("delivered").intValue() == 6);
        assertThat(platform.keys().subList(12, 18)).containsExactlyElementsOf(platform.keys().subList(6, 12));
        assertThat(health().get("status").stringValue()).isEqualTo("UP");
        assertThat(tree(get(PATH + "/" + back + "/log")).get(2).toString()).contains("张检", "重发通知", "放弃的 6 条重新发送");
        assertThat(post(retry, "application/json", "").body()).contains("没有放弃的通知");
    }
}
