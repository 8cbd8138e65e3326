package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiTest extends RunningService {

    private void isProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = tree(response);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).matches("\\p{IsHan}+");
        assertThat(problem.get("detail").stringValue()).containsPattern("\\p{IsHan}");
        assertThat(problem.get("problems").isArray()).isTrue();
    }

    private JsonNode onlyFault(HttpResponse<String> response) {
        isProblem(response, 400);
        assertThat(tree(response).get("problems")).hasSize(1);
        return tree(response).get("problems").get(0);
    }

    @Test
    void anEventIsDecidedKeptAndFoundAgain() {
        HttpResponse<String> answer = triage("found", "\"content\":\"夜里偷排\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode decision = tree(answer);
        assertThat(decision.get("eventKey").stringValue()).isEqualTo("QZ:found");
        assertThat(decision.get("tier").stringValue()).isEqualTo("A");
        assertThat(decision.propertyNames()).startsWith("eventKey", "decisionId", "revision", "tier").endsWith("release")
                .contains("handoff", "route", "respondBy");
        assertThat(get("/api/v1/decisions/" + decision.get("decisionId").stringValue()).body()).isEqualTo(answer.body());
        assertThat(get("/api/v1/events/QZ:found/decisions").body()).isEqualTo("[" + answer.body() + "]");
        assertThat(triage("found", "\"content\":\"夜里偷排\"").body()).isEqualTo(answer.body());
        assertThat(tree(triage("found", "\"content\":\"夜里偷排\",\"urgeCount\":1")).get("revision").intValue()).isEqualTo(2);
        assertThat(tree(get("/api/v1/events/QZ:found/decisions"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"a/b,a%2Fb", "c/d,c/d", "e f%,e%20f%25", "编号,%E7%BC%96%E5%8F%B7", "x/decisions,x/decisions"})
    void anEventKeyMayHoldColonsSlashesAndWords(String id, String inPath) {
        String decision = triage(id, "\"content\":\"路灯\"").body();
        assertThat(get("/api/v1/events/QZ:" + inPath + "/decisions").body()).isEqualTo("[" + decision + "]");
    }

    @Test
    void theReleaseThatDecidesIsTold() {
        JsonNode release = tree(get("/api/v1/releases/current"));
        assertThat(release.get("version").stringValue()).isEqualTo("test-1");
        assertThat(release.get("sha256").stringValue()).hasSize(64);
    }

    @Test
    void malformedJsonIsAProblemThatEchoesNothing() {
        HttpResponse<String> answer = post("/api/v1/triage", "application/json", "{\"content\":\"张三 13800138000");
        assertThat(onlyFault(answer).get("message").stringValue()).contains("不是合法的 JSON");
        assertThat(answer.body()).doesNotContain("张三", "13800138000");
    }

    @Test
    void aMissingFieldIsNamed() {
        HttpResponse<String> answer = post("/api/v1/triage", "application/json", "{\"sourceSystem\":\"QZ\",\"content\":\"x\"}");
        assertThat(onlyFault(answer).get("field").stringValue()).isEqualTo("sourceEventId");
    }

    @Test
    void anUnknownEnumIsNamedWithItsValueAndTheAllowedOnes() {
        JsonNode fault = onlyFault(triage("1", "\"content\":\"x\",\"channel\":\"HOTLINE\""));
        assertThat(fault.get("field").stringValue()).isEqualTo("channel");
        assertThat(fault.get("value").stringValue()).isEqualTo("HOTLINE");
        assertThat(fault.get("mend").stringValue()).contains("是不是想写 HOTLINE_12345？", "GRID_PATROL");
    }

    @Test
    void tenThousandEmojiAreDecided() {
        assertThat(triage("emoji", "\"content\":\"" + "😀".repeat(10_000) + "\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"content\":\"\"", "\"content\":\"一\\ud83d二\"", "\"content\":\"一\\u0000二\"", "\"content\":7"})
    void brokenTextsAreProblems(String properties) {
        assertThat(onlyFault(triage("broken", properties)).get("field").stringValue()).isEqualTo("content");
    }

    @Test
    void oneCharacterTooManyIsAProblem() {
        assertThat(onlyFault(triage("long", "\"content\":\"" + "水".repeat(20_001) + "\"")).get("message").stringValue())
                .contains("20001");
    }

    @Test
    void aBodyTooLargeIsRefused() {
        isProblem(triage("large", "\"content\":\"x\",\"photo\":\"" + "A".repeat(3_000_000) + "\""), 413);
    }

    @ParameterizedTest
    @CsvSource({"text/plain,/api/v1/triage", "application/x-www-form-urlencoded,/api/v1/triage", "application/json,/api/v1/triage/batch"})
    void aWrongMediaTypeIsRefused(String mediaType, String path) {
        isProblem(post(path, mediaType, "{}"), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/nothing.html", "/api/v1/events/QZ:1", "/api/v1/events/QZ:none/decisions",
            "/api/v1/events/QZ:none/with/slash/decisions", "/api/v1/decisions/none", "/error", "/actuator/env"})
    void whatIsNotThereIsAProblem(String path) {
        isProblem(get(path), 404);
    }

    @Test
    void aWrongMethodIsRefusedAndTheRightOneNamed() {
        HttpResponse<String> answer = get("/api/v1/triage");
        isProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void anUnacceptableAcceptHeaderStillGetsAnAnswer() {
        HttpResponse<String> answer = send(request("/api/v1/triage").header("Content-Type", "application/json")
                .header("Accept", "image/png").POST(HttpRequest.BodyPublishers.ofString("{")));
        isProblem(answer, 400);
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "请求有误");
        }
    }

    @Test
    void aFailingEngineIsAnIncidentWithoutTheText() {
        HttpResponse<String> answer = triage("boom", "\"content\":\"炸\"");
        isProblem(answer, 500);
        assertThat(answer.body()).contains("事故编号").doesNotContain("炸");
    }

    @Test
    void healthAndMetricsTellReleaseAndTiers() {
        triage("metered", "\"content\":\"偷排\"");
        JsonNode rules = tree(get("/actuator/health")).get("components").get("rules");
        assertThat(rules.get("status").stringValue()).isEqualTo("UP");
        assertThat(rules.get("details").get("version").stringValue()).isEqualTo("test-1");
        assertThat(get("/actuator/prometheus").body()).containsPattern("jianwang_decisions_total\\{tier=\"A\"} [1-9]")
                .contains("jianwang_decision_duration_seconds_count");
    }

    @Test
    void theInterfaceDescribesItselfOffline() {
        JsonNode api = tree(get("/v3/api-docs"));
        assertThat(api.get("paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/triage", "/api/v1/triage/batch",
                "/api/v1/events/{eventKey}/decisions", "/api/v1/decisions/{id}", "/api/v1/decisions/{id}/feedback",
                "/api/v1/releases/current", "/api/v1/releases", "/api/v1/releases/publish", "/api/v1/releases/activate",
                "/api/v1/releases/rollback", "/api/v1/releases/audit", "/api/v1/releases/shadow",
                "/api/v1/retriage", "/api/v1/retriage/{id}", "/api/v1/retriage/{id}/log", "/api/v1/retriage/{id}/events",
                "/api/v1/retriage/{id}/report", "/api/v1/retriage/{id}/report.json", "/api/v1/retriage/{id}/report.xlsx",
                "/api/v1/retriage/{id}/changes.csv",
                "/api/v1/retriage/{id}/pause", "/api/v1/retriage/{id}/resume", "/api/v1/retriage/{id}/cancel",
                "/api/v1/retriage/{id}/notifications", "/api/v1/retriage/{id}/notifications/retry");
        assertThat(api.get("components").get("schemas").propertyNames()).contains("GridEvent", "Decision", "Problem");
        assertThat(get("/swagger-ui/index.html").body()).contains("swagger-ui").doesNotContain("https://", "http://");
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("检网", "page.js").doesNotContain("http://", "https://");
        assertThat(get("/page.js").body()).contains("api/v1/triage");
        assertThat(get("/page.css").statusCode()).isEqualTo(200);
    }
}
