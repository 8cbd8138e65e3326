package cn.jianwang.web;

import cn.jianwang.JianwangApplication;
import cn.jianwang.retriage.WordDecider;
import cn.jianwang.store.FakeDecider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a port of its own, with a decider that needs no rules; spoken to over HTTP alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningService {

    /** Replaces the rules by {@link FakeDecider}. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WithoutRules {

        @Bean
        ServingRelease servingRelease() {
            return ServingRelease.fixed(new FakeDecider());
        }

        @Bean
        RuleLoader ruleLoader() {
            return WordDecider::load;
        }
    }

    private static final Class<?>[] WITHOUT_RULES = {JianwangApplication.class, WithoutRules.class};

    final HttpClient client = HttpClient.newHttpClient();
    final JsonMapper json = new JsonMapper();
    ConfigurableApplicationContext context;
    int port;

    @BeforeAll
    void startService() {
        context = start(sources(), Stream.concat(Stream.of("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"),
                settings().stream()).toArray(String[]::new));
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** What the service is made of. */
    Class<?>[] sources() {
        return WITHOUT_RULES;
    }

    /** What this test sets otherwise. */
    List<String> settings() {
        return List.of();
    }

    @AfterAll
    void stopService() {
        context.close();
    }

    static ConfigurableApplicationContext start(String... settings) {
        return start(WITHOUT_RULES, settings);
    }

    private static ConfigurableApplicationContext start(Class<?>[] sources, String... settings) {
        String[] all = Stream.concat(Arrays.stream(settings), Stream.of("--server.port=0", "--logging.level.root=OFF",
                "--logging.level.cn.jianwang=OFF", "--spring.main.allow-bean-definition-overriding=true")).toArray(String[]::new);
        return new SpringApplicationBuilder(sources).run(all);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String mediaType, String body) {
        return send(request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> triage(String id, String properties) {
        return post("/api/v1/triage", "application/json", event(id, properties));
    }

    static String event(String id, String properties) {
        return "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"" + id + "\"," + properties + "}";
    }

    JsonNode tree(HttpResponse<String> response) {
        return json.readTree(response.body());
    }
}
