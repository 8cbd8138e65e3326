package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BatchTest extends RunningService {

    private static final String PATH = "/api/v1/triage/batch";
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void eachLineIsAnsweredInItsPlaceAndBadLinesDoNotStopTheRest() {
        HttpResponse<String> answer = post(PATH, NDJSON, String.join("\n", event("b1", "\"content\":\"偷排\""), "{", "",
                event("b2", "\"content\":\"炸\""), event("b3", "\"content\":\"\""), "x".repeat(1_100_000),
                event("b4", "\"content\":\"路灯\"")) + "\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(NDJSON);
        List<JsonNode> lines = answer.body().lines().map(json::readTree).toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0).get("eventKey").stringValue()).isEqualTo("QZ:b1");
        assertThat(lines.get(6).get("eventKey").stringValue()).isEqualTo("QZ:b4");
        for (int i = 1; i < 6; i++) {
            assertThat(lines.get(i).get("line").intValue()).isEqualTo(i + 1);
            assertThat(lines.get(i).get("error").get("detail").stringValue()).contains("第 " + (i + 1) + " 行");
        }
        assertThat(lines.get(4).get("error").get("problems").get(0).get("field").stringValue()).isEqualTo("content");
        assertThat(lines.get(5).get("error").get("problems").get(0).get("message").stringValue()).contains("1,000,000");
        assertThat(get("/api/v1/events/QZ:b1/decisions").body()).isEqualTo("[" + answer.body().lines().findFirst().orElseThrow() + "]");
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() {
        assertThat(post(PATH, NDJSON, "").body()).isEmpty();
    }

    @Test
    void answersComeWhileTheBodyIsStillBeingSent() throws IOException {
        try (RawUpload upload = new RawUpload(port)) {
            for (int i = 0; i < 3; i++) {
                upload.line(event("s" + i, "\"content\":\"路灯\""));
                upload.flush();
                assertThat(upload.answer()).contains("QZ:s" + i);
            }
            upload.end();
            assertThat(upload.answer()).isNull();
        }
    }

    @Test
    void aClientThatSendsEverythingBeforeItReadsIsServed() throws IOException {
        int lines = 50_000;
        try (RawUpload upload = new RawUpload(port)) {
            for (int i = 0; i < lines; i++) {
                upload.line("{}");
            }
            upload.end();
            assertThat(upload.countAnswers()).isEqualTo(lines);
        }
    }

    @Test
    void aBodyThatBreaksOffLeavesTheServiceWell() throws IOException {
        try (RawUpload upload = new RawUpload(port)) {
            upload.line(event("off", "\"content\":\"路灯\""));
            upload.flush();
            assertThat(upload.answer()).contains("QZ:off");
        }
        assertThat(get("/api/v1/events/QZ:off/decisions").statusCode()).isEqualTo(200);
    }

    /** 200 MB through a service that could not hold half of it. */
    @Test
    void twoHundredMegabytesDoNotGrowTheHeap(@TempDir Path folder) throws Exception {
        Process service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), SmallService.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader words = new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
                RawUpload upload = new RawUpload(Integer.parseInt(words.readLine()))) {
            CompletableFuture<Long> answered = CompletableFuture.supplyAsync(upload::countAnswers);
            String padding = "x".repeat(20_000);
            int lines = 10_000;
            for (int i = 0; i < lines; i++) {
                String content = i % 20 == 0 ? "偷排" : "";
                upload.line(event("m" + i, "\"content\":\"" + content + "\",\"pad\":\"" + padding + "\""));
            }
            upload.end();
            assertThat(answered.get()).isEqualTo(lines);
            assertThat(service.isAlive()).isTrue();
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    /** The service in a process of its own, whose heap a test can bound. */
    static final class SmallService {

        public static void main(String[] args) {
            var context = start("--spring.datasource.url=jdbc:h2:file:" + args[0] + "/store");
            System.out.println(context.getEnvironment().getProperty("local.server.port"));
        }
    }
}
