package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.JianwangApplication;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.store.ApiKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with rules of its own: publishing, swapping, rolling back, and what happens when something is wrong. */
class ReleaseServiceTest {

    private static final String SIGNED = "{\"author\":\"甲\",\"reviewer\":\"乙\",\"note\":\"%s\"}";

    @TempDir
    private Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private SmallRules rules;
    private ConfigurableApplicationContext context;
    private int port;
    private int events;

    @BeforeEach
    void aWorkingFolder() {
        rules = SmallRules.copyTo(folder.resolve("rules")).withListedGaps();
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    private void start(String... more) {
        stop();
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--logging.level.root=OFF", "--logging.level.cn.jianwang=OFF",
                "--spring.datasource.url=" + database, "--jianwang.rules=" + rules.root(), "--jianwang.releases=" + folder.resolve("releases"),
                "--jianwang.publish.mutation=0"));
        settings.addAll(List.of(more));
        context = new SpringApplicationBuilder(JianwangApplication.class).run(settings.toArray(String[]::new));
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Content-Type", "application/json");
    }

    private JsonNode get(String path) {
        return json.readTree(send(request(path)).body());
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode triage(String content) {
        HttpResponse<String> answer = post("/api/v1/triage",
                "{\"sourceSystem\":\"YS\",\"sourceEventId\":\"" + events++ + "\",\"content\":\"" + content + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private JsonNode publish(String note) {
        HttpResponse<String> answer = post("/api/v1/releases/publish", SIGNED.formatted(note));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private String servingVersion() {
        return get("/api/v1/releases/current").get("version").stringValue();
    }

    private JsonNode health() {
        return get("/actuator/health").get("components").get("rules");
    }

    private static void within(int seconds, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < seconds * 20 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).as("within %d seconds", seconds).isTrue();
    }

    @Test
    void anEditIsServedOnceItIsPublishedAndGoneOnceRolledBack() {
        start();
        assertThat(servingVersion()).isEqualTo("小规则-1");
        String first = publish("首版").get("version").stringValue();
        assertThat(servingVersion()).isEqualTo(first);
        rules.replacing("leads/GY01.csv", "污水入河,污水入河,,,B", "污水入河,污水入河,,,C");
        assertThat(triage("黑水流进河里。").get("tier").stringValue()).as("saving is not publishing").isEqualTo("B");
        HttpResponse<String> silent = post("/api/v1/releases/publish", SIGNED.formatted("改档"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(json.readTree(silent.body()).get("problems")).hasSize(1);
        assertThat(silent.body()).contains("\"field\":\"降级\"", "XS-01", "B 降到 C");
        String second = publish("XS-01 误报多，先降一档").get("version").stringValue();
        JsonNode lowered = triage("黑水流进河里。");
        assertThat(lowered.get("tier").stringValue()).isEqualTo("C");
        assertThat(lowered.get("release").get("version").stringValue()).isEqualTo(second);
        assertThat(post("/api/v1/releases/rollback", "{\"version\":\"" + first + "\",\"reason\":\"降错了\"}").statusCode()).isEqualTo(200);
        assertThat(triage("黑水流进河里。").get("tier").stringValue()).isEqualTo("B");
        JsonNode listed = get("/api/v1/releases");
        assertThat(listed).hasSize(2);
        assertThat(listed.findValuesAsString("active")).containsExactlyInAnyOrder("true", "false");
        JsonNode audit = get("/api/v1/releases/audit");
        assertThat(audit.get("intact").booleanValue()).isTrue();
        assertThat(audit.get("entries").findValuesAsString("action")).containsExactly("回滚", "启用", "发布", "发布", "启用", "发布");
        assertThat(audit.get("entries").findValuesAsString("outcome")).containsExactly("完成", "完成", "完成", "拒绝", "完成", "完成");
        start();
        assertThat(servingVersion()).as("after a restart").isEqualTo(first);
    }

    @Test
    void aReleaseThatIsHeldServesWhenItIsActivated() {
        start();
        HttpResponse<String> held = post("/api/v1/releases/publish", "{\"author\":\"甲\",\"reviewer\":\"乙\",\"note\":\"首版\",\"activate\":false}");
        assertThat(held.statusCode()).isEqualTo(200);
        assertThat(held.body()).contains("\"active\":false");
        assertThat(servingVersion()).isEqualTo("小规则-1");
        String version = json.readTree(held.body()).get("version").stringValue();
        assertThat(post("/api/v1/releases/activate", "{\"version\":\"" + version + "\"}").statusCode()).isEqualTo(200);
        assertThat(servingVersion()).isEqualTo(version);
    }

    @Test
    void whatCannotBeUsedLeavesTheLastGoodOneServingAndHealthSaysSo() throws Exception {
        start();
        String first = publish("首版").get("version").stringValue();
        rules.replacing("tags.csv", "2030-12-31", "2031-12-31");
        String second = publish("延期").get("version").stringValue();
        Path damaged = folder.resolve("releases").resolve(first).resolve("rules/tags.csv");
        assertThat(damaged.toFile().setWritable(true)).isTrue();
        Files.writeString(damaged, Files.readString(damaged).replace("守护碧水", "守护蓝天"));
        HttpResponse<String> refused = post("/api/v1/releases/rollback", "{\"version\":\"" + first + "\",\"reason\":\"试\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("tags.csv 被改动过");
        assertThat(servingVersion()).isEqualTo(second);
        assertThat(health().get("status").stringValue()).isEqualTo("DEGRADED");
        assertThat(health().get("details").get("state").stringValue()).isEqualTo("降级");
        assertThat(health().get("details").get("lastFailure").stringValue()).contains(first, "tags.csv");
        assertThat(post("/api/v1/releases/activate", "{\"version\":\"../rules\"}").statusCode()).isEqualTo(409);
        assertThat(triage("黑水流进河里。").get("release").get("version").stringValue()).isEqualTo(second);
        assertThat(post("/api/v1/releases/activate", "{\"version\":\"" + second + "\"}").statusCode()).isEqualTo(200);
        assertThat(health().get("status").stringValue()).isEqualTo("UP");
        new ReleaseShelf(folder.resolve("releases")).activate(first);
        within(10, () -> health().get("status").stringValue().equals("DEGRADED"));
        assertThat(servingVersion()).isEqualTo(second);
    }

    @Test
    void aDamagedActiveReleaseGivesWayToTheOneBeforeItWhenTheServiceStarts() throws Exception {
        start();
        String first = publish("首版").get("version").stringValue();
        rules.replacing("tags.csv", "2030-12-31", "2031-12-31");
        String second = publish("延期").get("version").stringValue();
        Files.delete(folder.resolve("releases").resolve(second).resolve("rules/tags.csv"));
        start();
        assertThat(servingVersion()).isEqualTo(first);
        assertThat(health().get("details").get("lastFailure").stringValue()).contains(second, "tags.csv 不见了", "现用 " + first);
        Files.delete(folder.resolve("releases").resolve(first).resolve("rules/tags.csv"));
        assertThatThrownBy(this::start).rootCause().isInstanceOf(DamagedReleaseException.class).hasMessageContainingAll(first, second);
        context = null;
    }

    @Test
    void theServiceFollowsWhatTheCommandLineDoes() throws Exception {
        start();
        String first = publish("首版").get("version").stringValue();
        rules.replacing("tags.csv", "2030-12-31", "2031-12-31");
        String second = publish("延期").get("version").stringValue();
        new ReleaseShelf(folder.resolve("releases")).activate(first);
        within(10, () -> servingVersion().equals(first));
        new ReleaseShelf(folder.resolve("releases")).activate(second);
        within(10, () -> servingVersion().equals(second));
    }

    @Test
    void aBatchKeepsItsReleaseWhileAnotherTakesOver() throws Exception {
        start();
        publish("首版");
        try (RawUpload upload = new RawUpload(port)) {
            upload.line(RunningService.event("b1", "\"content\":\"黑水流进河里。\""));
            upload.flush();
            String release = json.readTree(upload.answer()).get("release").toString();
            rules.replacing("tags.csv", "2030-12-31", "2031-12-31");
            publish("延期");
            upload.line(RunningService.event("b2", "\"content\":\"黑水流进河里。\""));
            upload.end();
            assertThat(json.readTree(upload.answer()).get("release").toString()).isEqualTo(release);
        }
    }

    @Test
    void theDevelopersModeServesTheFilesAndKeepsTheLastGoodOnes() throws Exception {
        start("--jianwang.watch=true");
        rules.replacing("leads/GY01.csv", "污水入河,污水入河,,,B", "污水入河,污水入河,,,C");
        within(15, () -> triage("黑水流进河里。").get("tier").stringValue().equals("C"));
        rules.replacing("leads/GY01.csv", "污水入河；死鱼", "污水人河；死于");
        within(15, () -> health().get("status").stringValue().equals("DEGRADED"));
        assertThat(health().get("details").get("lastFailure").stringValue()).contains("规则文件夹有误", "是不是想写「污水入河」");
        assertThat(triage("黑水流进河里。").get("tier").stringValue()).isEqualTo("C");
        rules.replacing("leads/GY01.csv", "污水人河；死于", "污水入河；死鱼");
        within(15, () -> health().get("status").stringValue().equals("UP"));
    }

    @Test
    void badRulesStopTheStartWithTheirProblems() {
        rules.replacing("leads/GY01.csv", "污水入河；死鱼", "污水人河；死于").replacing("mechanics/triage.drl", "journal.lead(",
                "System.exit( 0 ); journal.lead(");
        assertThatThrownBy(this::start).rootCause().isInstanceOf(RulesException.class).hasMessageContainingAll("污水人河", "怎么改", "System.exit");
        assertThat(new StartFailureReporter().reportException(new IllegalStateException(new RulesException(List.of())))).isTrue();
    }

    @Test
    void shadowResultsAreReportedAndRowsThatThrowAreCounted() {
        rules.replacing("mechanics/triage.drl", "journal.holds( $where", "Journal none = null; if ( $cube.getRow().id().equals( \"XS-11\" ) ) "
                + "{ none.lead( 0, null ); }\n    journal.holds( $where");
        start();
        triage("鱼死了一片。");
        JsonNode report = get("/api/v1/releases/shadow");
        assertThat(report.get("rows")).hasSize(1);
        assertThat(report.get("rows").get(0).get("row").stringValue()).isEqualTo("XS-04");
        assertThat(report.get("rows").get(0).get("changes").get("档位 D→A").intValue()).isOne();
        assertThat(triage("消防通道被车占了。").get("quality").toString()).contains("需人工");
        String metrics = send(request("/actuator/prometheus")).body();
        assertThat(metrics).contains("jianwang_shadow_hits_total{row=\"XS-04\"} 1", "jianwang_rows_isolated_total{row=\"XS-11\"} 1");
    }

    @Test
    void onlyAnAdministratorsKeyChangesReleases() {
        start();
        ApiKeys keys = context.getBean(ApiKeys.class);
        String admin = keys.addAdmin("规则管理员").secret();
        String internal = keys.add("检察院", true).secret();
        String platform = keys.add("平台", false).secret();
        for (String path : List.of("/api/v1/releases/publish", "/api/v1/releases/activate", "/api/v1/releases/rollback")) {
            for (String key : List.of(internal, platform)) {
                assertThat(send(request(path).header("X-API-Key", key).POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(403);
            }
            assertThat(post(path, "{}").statusCode()).isEqualTo(401);
        }
        for (String path : List.of("/api/v1/releases", "/api/v1/releases/audit", "/api/v1/releases/shadow")) {
            assertThat(send(request(path).header("X-API-Key", platform)).statusCode()).isEqualTo(403);
            assertThat(send(request(path).header("X-API-Key", internal)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> published = send(request("/api/v1/releases/publish").header("X-API-Key", admin)
                .POST(HttpRequest.BodyPublishers.ofString(SIGNED.formatted("首版"))));
        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(send(request("/api/v1/releases/audit").header("X-API-Key", internal)).body()).contains("\"actor\":\"规则管理员\"");
        for (String body : List.of("", "null", "[", "[]", "{\"version\":")) {
            assertThat(send(request("/api/v1/releases/activate").header("X-API-Key", admin).POST(HttpRequest.BodyPublishers.ofString(body)))
                    .statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void theShippedFolderServesWhereNothingWasPublished() {
        assertThat(Release.load(rules.root()).release().version()).isEqualTo("小规则-1");
        start("--jianwang.releases=" + folder.resolve("none"));
        assertThat(servingVersion()).isEqualTo("小规则-1");
        assertThat(get("/api/v1/releases")).isEmpty();
    }
}
