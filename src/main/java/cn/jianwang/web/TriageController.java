package cn.jianwang.web;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One event in, one decision out. */
@RestController
@Tag(name = "判定")
class TriageController {

    private final EventReader reader = new EventReader();
    private final Triage triage;

    TriageController(Triage triage) {
        this.triage = triage;
    }

    @PostMapping(path = "/api/v1/triage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "判定一个事件", description = "同一事件键再次发送且内容、处置、催办等未变时，返回已有判定；有变化时重新判定，修订号加一。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GridEvent.class))))
    @ApiResponse(responseCode = "200", description = "判定；非内部密钥只见回执",
            content = @Content(schema = @Schema(implementation = Decision.class)))
    @ApiResponse(responseCode = "400", description = "事件有误，problems 逐条说明", content = @Content(
            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(implementation = Problem.class)))
    ResponseEntity<byte[]> triage(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(EventReader.MAX_BYTES + 1);
        EventReading reading = reader.read(body);
        if (!reading.ok()) {
            int status = body.length > EventReader.MAX_BYTES ? 413 : 400;
            throw new ProblemException(status, "事件有 %d 处错误，未判定".formatted(reading.problems().size()), reading.problems());
        }
        Decision decision = triage.triage(reading.event());
        return json(Access.of(request).view(decision));
    }

    static ResponseEntity<byte[]> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JsonCodec.writeBytes(value));
    }
}
