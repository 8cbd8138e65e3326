package cn.jianwang.web;

import cn.jianwang.decision.Decision;
import cn.jianwang.store.DecisionStore;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was decided before, and by which rules the service decides now. */
@RestController
@Tag(name = "查询")
class DecisionController {

    private static final String DECISIONS = "/decisions";

    private final DecisionStore store;
    private final Triage triage;

    DecisionController(DecisionStore store, Triage triage) {
        this.store = store;
        this.triage = triage;
    }

    @GetMapping("/api/v1/events/{eventKey}/decisions")
    @Operation(summary = "一个事件的全部判定，按修订号排列")
    @ApiResponse(responseCode = "200", description = "判定；非内部密钥只见回执",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Decision.class))))
    ResponseEntity<byte[]> decisions(
            @Parameter(description = "事件键，即 sourceSystem:sourceEventId", example = "QZ-12345:202611200001")
            @PathVariable String eventKey, HttpServletRequest request) {
        List<Decision> decisions = store.decisionsOf(eventKey);
        if (decisions.isEmpty()) {
            throw new ProblemException(404, "没有收到过这个事件，请检查事件键（sourceSystem:sourceEventId）", List.of());
        }
        return TriageController.json(decisions.stream().map(Access.of(request)::view).toList());
    }

    /** The same for a key that holds slashes which the sender did not encode. */
    @Hidden
    @GetMapping("/api/v1/events/{*path}")
    ResponseEntity<byte[]> decisionsOfKeyWithSlash(@PathVariable String path, HttpServletRequest request) {
        if (!path.endsWith(DECISIONS)) {
            return Problem.of(404, request.getRequestURI()).response(HttpHeaders.EMPTY);
        }
        return decisions(path.substring(1, path.length() - DECISIONS.length()), request);
    }

    @GetMapping("/api/v1/decisions/{id}")
    @Operation(summary = "一个判定")
    @ApiResponse(responseCode = "200", description = "判定；非内部密钥只见回执",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    ResponseEntity<byte[]> decision(@PathVariable String id, HttpServletRequest request) {
        Decision decision = store.decisionById(id)
                .orElseThrow(() -> new ProblemException(404, "没有这个判定，请检查 decisionId", List.of()));
        return TriageController.json(Access.of(request).view(decision));
    }

    @GetMapping("/api/v1/releases/current")
    @Operation(summary = "当前规则版本")
    @ApiResponse(responseCode = "200", description = "版本号与内容摘要",
            content = @Content(schema = @Schema(implementation = Decision.ReleaseId.class)))
    ResponseEntity<byte[]> release() {
        return TriageController.json(triage.release().release());
    }
}
