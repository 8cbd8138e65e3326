package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.retriage.ReportSheets;
import cn.jianwang.retriage.WordDecider;
import cn.jianwang.store.ApiKeys;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RetriageApiTest extends RunningService {

    private static final String PATH = "/api/v1/retriage";

    @TempDir
    static Path folder;

    @Override
    List<String> settings() {
        WordDecider.write(folder.resolve("rules"), "1", "偷排,A,GY01-001");
        WordDecider.write(folder.resolve("candidates").resolve("草稿"), "2", "污水,B,GY01-002");
        WordDecider.write(folder.resolve("candidates").resolve("另一份"), "3", "路灯,C,GY01-003");
        return List.of("--jianwang.rules=" + folder.resolve("rules"), "--jianwang.candidates=" + folder.resolve("candidates"),
                "--jianwang.releases=" + folder.resolve("releases"));
    }

    @BeforeAll
    void history() {
        for (int i = 0; i < 60; i++) {
            triage("h" + i, "\"content\":\"%s%d\"".formatted(i % 3 == 0 ? "偷排" : i % 3 == 1 ? "污水" : "路灯", i));
        }
    }

    private JsonNode start(String form) {
        HttpResponse<String> started = post(PATH, "application/json", form);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        JsonNode run = tree(started);
        assertThat(started.headers().firstValue("Location")).contains(PATH + "/" + run.get("id").stringValue());
        return run;
    }

    private JsonNode ended(JsonNode run) throws InterruptedException {
        JsonNode now = tree(get(PATH + "/" + run.get("id").stringValue()));
        while (!List.of("DONE", "CANCELLED").contains(now.get("status").stringValue())) {
            Thread.sleep(50);
            now = tree(get(PATH + "/" + run.get("id").stringValue()));
        }
        return now;
    }

    @Test
    void aRunIsStartedFollowedListedAndLogged() throws Exception {
        JsonNode run = start("{\"candidate\":\"草稿\",\"reason\":\"试\",\"by\":\"张检\"}");
        JsonNode done = ended(run);
        assertThat(done.get("done").intValue()).isEqualTo(60);
        assertThat(done.get("changed").intValue()).isEqualTo(40);
        assertThat(done.get("release").get("version").stringValue()).isEqualTo("2");
        assertThat(get("/api/v1/events/QZ:h0/decisions").body()).doesNotContain("\"revision\":2");
        String id = run.get("id").stringValue();
        assertThat(get(PATH).body()).contains(id);
        assertThat(tree(get(PATH + "/" + id + "/log"))).extracting(entry -> entry.get("action").stringValue()).containsExactly("开始", "完成");
        HttpResponse<String> page = get(PATH + "/" + id + "/report");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("历史重判报告", "新增推送 20 件，失去推送 20 件", "张检");
        assertThat(tree(get(PATH + "/" + id + "/report.json")).get("tiers").get("A→D").intValue()).isEqualTo(20);
        assertThat(get(PATH + "/" + id + "/changes.csv").body().lines()).hasSize(41);
        HttpResponse<byte[]> workbook = client.send(request(PATH + "/" + id + "/report.xlsx").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(workbook.headers().firstValue("Content-Type")).contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        ReportSheets sheets = ReportSheets.of(new ByteArrayInputStream(workbook.body()));
        sheets.assertSaysTheSameAs(tree(get(PATH + "/" + id + "/report.json")));
        assertThat(sheets.rows("变化")).contains(List.of("QZ:h1", "档位", "D", "B", "", "GY01", "", "GY01-01", "", "GY01-002", "",
                "衢江区人民检察院", "test-1", "", "", "污水「污水」"));
        assertThat(post(PATH + "/" + id + "/pause", "application/json", "").statusCode()).isEqualTo(409);
        assertThat(post(PATH + "/" + id + "/cancel", "application/json", "").body()).contains("已完成，不能取消");
    }

    @Test
    void progressIsPushedUntilTheRunEnds() throws InterruptedException {
        JsonNode run = start("{\"candidate\":\"另一份\",\"tiers\":[\"A\",\"B\",\"C\",\"D\"]}");
        HttpResponse<String> stream = get(PATH + "/" + run.get("id").stringValue() + "/events");
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(stream.body()).contains("event:progress").endsWith("\n\n");
        String last = stream.body().lines().filter(line -> line.startsWith("data:")).reduce((a, b) -> b).orElseThrow();
        assertThat(json.readTree(last.substring(5)).get("status").stringValue()).isEqualTo("DONE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "{\"tier\":[\"D\"]};400;可用的有：from、to、sources",
            "{\"notifyPlatform\":true};400;没有可通知的；要通知平台，须同时写入新修订",
            "{\"notifyPlatform\":true,\"apply\":true};409;没有配置通知地址 jianwang.notify.url。请在 config/application.yaml 里写好",
            "{\"cluster\":\"7\"};400;还没有把事件归成簇",
            "{\"clusters\":[\"7\"]};400;的键（sourceSystem:sourceEventId）列在 keys 里",
            "{\"tiers\":[\"E\"]};400;不是要求的格式",
            "{\"from\":\"去年\"};400;2024-01-31",
            "{\"from\":\"2024-02-01\",\"to\":\"2024-01-01\"};400;把 to 写在 from 之后",
            "{\"candidate\":\"../rules\"};400;候选目录下没有这个文件夹",
            "{\"candidate\":\"草稿\",\"release\":\"0.9\"};400;只留一个",
            "{\"release\":\"7\"};400;没有已发布的规则版本「7」",
            "null;400;写成 JSON 对象",
            "[];400;不是要求的格式"})
    void whatIsNotUnderstoodIsRefused(String form, int status, String words) {
        HttpResponse<String> refused = post(PATH, "application/json", form);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains(words);
    }

    @Test
    void anUnknownRunIsNotFound() {
        for (String path : List.of("/x", "/x/log", "/x/events", "/x/report", "/x/report.json", "/x/report.xlsx",
                "/x/changes.csv", "/x/notifications")) {
            assertThat(get(PATH + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(post(PATH + "/x/resume", "application/json", "").body()).contains("没有编号为 x 的重判");
    }

    @Test
    void aPlatformsKeyMayNot() {
        ApiKeys keys = context.getBean(ApiKeys.class);
        ApiKeys.Issued key = keys.add("平台", false);
        HttpResponse<String> refused = send(request(PATH).header("X-API-Key", key.secret()));
        keys.revoke(key.id());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有权限", "内部密钥");
    }
}
