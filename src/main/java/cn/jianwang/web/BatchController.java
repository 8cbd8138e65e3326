package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.Incident;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.event.LineError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many events in, one line each; one line out for each, while the body still comes in. */
@RestController
@Tag(name = "判定")
class BatchController {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

    private final EventReader reader = new EventReader();
    private final Triage triage;

    BatchController(Triage triage) {
        this.triage = triage;
    }

    @PostMapping(path = "/api/v1/triage/batch", consumes = NDJSON)
    @Operation(summary = "批量判定，每行一个事件，逐行返回",
            description = "一行进一行出，顺序不变，大小不限。坏行返回 {\"line\":行号,\"error\":{…}}，其余照常判定。全程使用同一规则版本。"
                    + "中途断开后整批重发即可，已判定的不会重复。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
                    mediaType = NDJSON, schema = @Schema(type = "string", description = "每行一个事件"))))
    @ApiResponse(responseCode = "200", description = "每行一个判定，或 error 对象",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Access access = Access.of(request);
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try (ServingRelease.Lease lease = triage.lease();
                AnswerSpool answer = new AnswerSpool(response.getOutputStream())) {
            EventLines lines = new EventLines(request.getInputStream());
            for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
                answer.write((JsonCodec.write(decide(line, lease.decider(), access)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            answer.finish();
        }
    }

    private Object decide(EventLines.Line line, Decider release, Access access) {
        EventReading reading = line.read(reader);
        if (!reading.ok()) {
            return LineError.unreadable(line.number(), reading.problems());
        }
        try {
            return access.view(triage.triage(reading.event(), release));
        } catch (RuntimeException e) {
            return LineError.failed(line.number(), Incident.log(e));
        }
    }
}
