package cn.jianwang.web;

import cn.jianwang.event.JsonCodec;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.Feedback;
import cn.jianwang.store.Feedbacks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those who handle decisions say of them. */
@RestController
@Tag(name = "反馈")
class FeedbackController {

    private static final int MOST_BYTES = 20_000;

    private final DecisionStore decisions;
    private final Feedbacks feedbacks;

    FeedbackController(DecisionStore decisions, Feedbacks feedbacks) {
        this.decisions = decisions;
        this.feedbacks = feedbacks;
    }

    @PostMapping(path = "/api/v1/decisions/{id}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "反馈一个判定是否涉检、是否受理、是否成案", description = "只增不改，以最后一次为准；只对内部密钥开放。统计见命令 audit report。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Feedback.class))))
    @ApiResponse(responseCode = "201", description = "已保存的反馈", content = @Content(schema = @Schema(implementation = Feedbacks.Kept.class)))
    @ApiResponse(responseCode = "400", description = "反馈有误，problems 逐条说明", content = @Content(
            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<byte[]> give(@PathVariable String id, HttpServletRequest request) throws IOException {
        check(id, request);
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(413, "反馈超过 %,d 字节".formatted(MOST_BYTES), List.of());
        }
        Feedbacks.Kept kept = feedbacks.add(id, FeedbackReader.read(new String(body, StandardCharsets.UTF_8)));
        return ResponseEntity.status(201).contentType(MediaType.APPLICATION_JSON).body(JsonCodec.writeBytes(kept));
    }

    @GetMapping("/api/v1/decisions/{id}/feedback")
    @Operation(summary = "一个判定收到的全部反馈，先后排列")
    @ApiResponse(responseCode = "200", description = "反馈；只对内部密钥开放",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Feedbacks.Kept.class))))
    ResponseEntity<byte[]> all(@PathVariable String id, HttpServletRequest request) {
        check(id, request);
        return TriageController.json(feedbacks.of(id));
    }

    private void check(String id, HttpServletRequest request) {
        if (!Access.of(request).isAtLeast(Access.INTERNAL)) {
            throw new ProblemException(403, "反馈只对检察机关的内部密钥开放", List.of());
        }
        if (decisions.decisionById(id).isEmpty()) {
            throw new ProblemException(404, "没有这个判定，请检查 decisionId", List.of());
        }
    }
}
