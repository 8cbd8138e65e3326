package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.store.ApiKeys;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest extends RunningService {

    private String decided(String id) {
        return tree(triage(id, "\"content\":\"夜里偷排\"")).get("decisionId").stringValue();
    }

    private HttpResponse<String> give(String decision, String feedback) {
        return post("/api/v1/decisions/" + decision + "/feedback", "application/json", feedback);
    }

    @Test
    void feedbackIsKeptMaskedAndInOrder() {
        String id = decided("feedback");
        HttpResponse<String> kept = give(id, "{\"relevant\":true,\"accepted\":false,\"reason\":\"证据不足\",\"note\":\"已致电138" + "00001111核实\"}");
        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(tree(kept).propertyNames()).containsExactly("decisionId", "givenAt", "relevant", "accepted", "filed", "reason", "note");
        assertThat(tree(kept).get("note").stringValue()).isEqualTo("已致电***********核实");
        give(id, "{\"relevant\":true,\"accepted\":true,\"filed\":true}");
        HttpResponse<String> all = get("/api/v1/decisions/" + id + "/feedback");
        assertThat(tree(all)).hasSize(2);
        assertThat(tree(all).get(0)).isEqualTo(tree(kept));
        assertThat(tree(all).get(1).get("filed").booleanValue()).isTrue();
        assertThat(tree(all).get(1).get("reason").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|relevant|必填项缺失", "{\"relevant\":\"是\"}|relevant|应为 true 或 false",
            "{\"relevant\":true,\"acepted\":true}|acepted|没有这个字段", "{\"relevant\":false,\"reason\":\"无聊\"}|reason|没有这种理由",
            "{\"relevant\":true,\"accepted\":false,\"filed\":true}|filed|没有受理却已成案", "{\"relevant\":true,\"note\":7}|note|应为文字",
            "[]||不是合法的 JSON 对象", "{\"relevant\":||不是合法的 JSON 对象"})
    void wrongFeedbackIsToldAndNotKept(String feedback, String field, String told) {
        String id = decided("wrong");
        HttpResponse<String> answer = give(id, feedback);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).get("problems")).hasSize(1);
        assertThat(tree(answer).get("problems").get(0).get("field").stringValue()).isEqualTo(field == null ? "" : field);
        assertThat(tree(answer).get("problems").get(0).get("message").stringValue()).isEqualTo(told);
        assertThat(get("/api/v1/decisions/" + id + "/feedback").body()).isEqualTo("[]");
    }

    @Test
    void feedbackIsForDecisionsThatExistAndForInternalKeysOnly() {
        assertThat(give("none", "{\"relevant\":true}").statusCode()).isEqualTo(404);
        assertThat(give(decided("long"), "{\"relevant\":true,\"note\":\"" + "长".repeat(20_000) + "\"}").statusCode()).isEqualTo(413);
        String id = decided("internal");
        ApiKeys keys = context.getBean(ApiKeys.class);
        ApiKeys.Issued platform = keys.add("平台", false);
        try {
            HttpResponse<String> refused = send(request("/api/v1/decisions/" + id + "/feedback").header("X-API-Key", platform.secret())
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"relevant\":true}")));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("内部密钥");
        } finally {
            keys.revoke(platform.id());
        }
    }
}
