package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.decision.Decider;
import cn.jianwang.store.ApiKeys;
import cn.jianwang.store.FakeDecider;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.ConfigurableApplicationContext;

class KeysAndBindingTest extends RunningService {

    private ApiKeys keys() {
        return context.getBean(ApiKeys.class);
    }

    private HttpResponse<String> get(String path, String key) {
        return send(request(path).header("X-API-Key", key));
    }

    private HttpResponse<String> triage(String path, String mediaType, String key) {
        return send(request(path).header("X-API-Key", key).header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(event("keyed", "\"content\":\"夜里偷排\""))));
    }

    @AfterEach
    void revokeAll() {
        keys().list().forEach(key -> keys().revoke(key.id()));
    }

    @Test
    void onceThereIsAKeyEveryApiRequestNeedsOne() {
        assertThat(get("/api/v1/releases/current").statusCode()).isEqualTo(200);
        ApiKeys.Issued issued = keys().add("内部", true);
        for (String path : new String[] {"/api/v1/releases/current", "/%61pi/v1/releases/current", "/api;x=1/v1/releases/current",
            "/api/v1/nothing"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(401);
        }
        HttpResponse<String> refused = get("/api/v1/releases/current", "jw_wrong");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("X-API-Key", "keys add");
        assertThat(get("/api/v1/releases/current", issued.secret()).statusCode()).isEqualTo(200);
        keys().revoke(issued.id());
        keys().add("另一把", true);
        assertThat(get("/api/v1/releases/current", issued.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void aPlatformSeesTheReceiptAndNoReason() {
        String internal = keys().add("检察院", true).secret();
        String platform = keys().add("平台", false).secret();
        String whole = triage("/api/v1/triage", "application/json", internal).body();
        assertThat(whole).contains("\"tier\":\"A\"", "\"explanation\":[");
        String id = tree(get("/api/v1/events/QZ:keyed/decisions", internal)).get(0).get("decisionId").stringValue();
        for (HttpResponse<String> answer : new HttpResponse[] {triage("/api/v1/triage", "application/json", platform),
            triage("/api/v1/triage/batch", "application/x-ndjson", platform), get("/api/v1/decisions/" + id, platform)}) {
            assertThat(tree(answer).propertyNames())
                    .containsExactly("eventKey", "decisionId", "revision", "receipt", "release");
        }
        assertThat(tree(get("/api/v1/events/QZ:keyed/decisions", platform)).get(0).propertyNames())
                .containsExactly("eventKey", "decisionId", "revision", "receipt", "release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "", "::"})
    void withoutAKeyOnlyThisMachineMayBeServed(String address) {
        assertThatThrownBy(() -> start("--server.address=" + address,
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()).close())
                .rootCause().isInstanceOf(StartRefusedException.class).hasMessageContaining("keys add");
    }

    @Test
    void withAKeyOthersAreServedAndRevokingTheLastOneClosesTheDoor() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        ConfigurableApplicationContext local = start("--spring.datasource.url=" + url);
        ApiKeys.Issued issued = local.getBean(ApiKeys.class).add("内部", true);
        local.close();
        int loopbackPort = port;
        try (ConfigurableApplicationContext open = start("--server.address=0.0.0.0", "--spring.datasource.url=" + url)) {
            port = open.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(get("/api/v1/releases/current").statusCode()).isEqualTo(401);
            assertThat(get("/api/v1/releases/current", issued.secret()).statusCode()).isEqualTo(200);
            open.getBean(ApiKeys.class).revoke(issued.id());
            assertThat(get("/api/v1/releases/current").statusCode()).isEqualTo(401);
        } finally {
            port = loopbackPort;
        }
    }

    @Test
    void refusedRulesDegradeHealthWhileTheLastGoodOnesServe() {
        Health health = new ReleaseHealth(new ServingRelease() {
            @Override
            public Decider decider() {
                return new FakeDecider();
            }

            @Override
            public Optional<String> lastFailure() {
                return Optional.of("GY01.csv 第 3 行：未知事实");
            }
        }).health();
        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.getDetails()).containsEntry("state", "降级").containsEntry("version", "test-1")
                .containsEntry("lastFailure", "GY01.csv 第 3 行：未知事实");
    }
}
