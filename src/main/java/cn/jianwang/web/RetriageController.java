package cn.jianwang.web;

import cn.jianwang.notification.Standing;
import cn.jianwang.retriage.LogEntry;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RetriageException;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Run;
import cn.jianwang.rulebook.RulesException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Starts and steers re-triage runs; for internal keys only. */
@RestController
@Tag(name = "重判")
class RetriageController {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_RUNS = 200;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Retriage retriage;
    private final RuleSource rules;
    private final ProgressStream progress;

    RetriageController(Retriage retriage, RuleSource rules, ProgressStream progress) {
        this.retriage = retriage;
        this.rules = rules;
        this.progress = progress;
    }

    @PostMapping(path = "/api/v1/retriage", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "开始重判历史事件", description = "按挑选条件重判；默认只报告，apply 为 true 才把有变化的写成新修订。规则全程固定。返回编号，进度另查。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RetriageForm.class))))
    @ApiResponse(responseCode = "202", description = "已开始", content = @Content(schema = @Schema(implementation = Run.class)))
    ResponseEntity<byte[]> start(HttpServletRequest request) throws IOException {
        internal(request);
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(413, "请求体超过 32 MB，事件键请分批", List.of());
        }
        RetriageForm form = RetriageForm.read(body);
        Run run = refusing(() -> retriage.start(form.request(rules)));
        return ResponseEntity.accepted().header("Location", request.getRequestURI() + "/" + run.id())
                .contentType(MediaType.APPLICATION_JSON).body(TriageController.json(run).getBody());
    }

    @GetMapping("/api/v1/retriage")
    @Operation(summary = "最近的重判，新的在前")
    @ApiResponse(responseCode = "200", description = "重判",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Run.class))))
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        internal(request);
        return TriageController.json(retriage.list(MOST_RUNS));
    }

    @GetMapping("/api/v1/retriage/{id}")
    @Operation(summary = "一次重判：状态、进度、速度、剩余时间")
    @ApiResponse(responseCode = "200", description = "重判", content = @Content(schema = @Schema(implementation = Run.class)))
    ResponseEntity<byte[]> run(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.find(id)));
    }

    @GetMapping("/api/v1/retriage/{id}/log")
    @Operation(summary = "一次重判的留痕：谁在何时做了什么")
    @ApiResponse(responseCode = "200", description = "留痕，按先后排列",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = LogEntry.class))))
    ResponseEntity<byte[]> log(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.log(id)));
    }

    @GetMapping("/api/v1/retriage/{id}/report")
    @Operation(summary = "一次重判的报告，供人阅读、打印、签字")
    @ApiResponse(responseCode = "200", description = "自足的网页", content = @Content(mediaType = MediaType.TEXT_HTML_VALUE,
            schema = @Schema(type = "string")))
    ResponseEntity<byte[]> report(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(refusing(() -> retriage.page(id)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/v1/retriage/{id}/report.json")
    @Operation(summary = "同一报告的数据：档位矩阵，按领域、县区、规则的新增与失去，差一步，失败，抽查")
    @ApiResponse(responseCode = "200", description = "报告数据", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> reportData(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .body(refusing(() -> retriage.json(id)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/v1/retriage/{id}/report.xlsx")
    @Operation(summary = "同一报告的工作簿，另有全部变化及其证据", description = "一张表一页：总览、档位矩阵、推送增减、变化、归因、只差一步、未能判定、抽查、留痕。")
    @ApiResponse(responseCode = "200", description = "工作簿", content = @Content(mediaType = WORKBOOK,
            schema = @Schema(type = "string", format = "binary")))
    void workbook(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        internal(request);
        Retriage.Writing workbook = refusing(() -> retriage.workbook(id));
        response.setContentType(WORKBOOK);
        response.setHeader("Content-Disposition", "attachment; filename=\"retriage-" + id + ".xlsx\"");
        workbook.to(response.getOutputStream());
    }

    @GetMapping("/api/v1/retriage/{id}/changes.csv")
    @Operation(summary = "一次重判的全部变化，CSV")
    @ApiResponse(responseCode = "200", description = "每行一个有变化的事件", content = @Content(mediaType = "text/csv",
            schema = @Schema(type = "string")))
    void changes(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        internal(request);
        refusing(() -> retriage.find(id));
        response.setContentType("text/csv;charset=UTF-8");
        retriage.csv(id, response.getOutputStream());
    }

    @GetMapping(path = "/api/v1/retriage/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "一次重判的进度，有变化就推送（server-sent events）", description = "事件名 progress，内容同查询；重判结束后关闭。")
    SseEmitter events(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return progress.follow(refusing(() -> retriage.find(id)));
    }

    @PostMapping("/api/v1/retriage/{id}/pause")
    @Operation(summary = "暂停", description = "正在判的一小批判完即停，不丢不重。")
    @ApiResponse(responseCode = "200", description = "重判", content = @Content(schema = @Schema(implementation = Run.class)))
    ResponseEntity<byte[]> pause(@PathVariable String id, @Parameter(description = "经办人")
            @RequestParam(defaultValue = "接口") String by, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.pause(id, by)));
    }

    @PostMapping("/api/v1/retriage/{id}/resume")
    @Operation(summary = "接着判", description = "也可接手命令行中断的重判；规则仍是开始时的那一版。")
    @ApiResponse(responseCode = "200", description = "重判", content = @Content(schema = @Schema(implementation = Run.class)))
    ResponseEntity<byte[]> resume(@PathVariable String id, @Parameter(description = "经办人")
            @RequestParam(defaultValue = "接口") String by, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.resume(id, by, false)));
    }

    @PostMapping("/api/v1/retriage/{id}/cancel")
    @Operation(summary = "取消", description = "已写入的修订保留；要恢复，按原来的规则版本再判一次。")
    @ApiResponse(responseCode = "200", description = "重判", content = @Content(schema = @Schema(implementation = Run.class)))
    ResponseEntity<byte[]> cancel(@PathVariable String id, @Parameter(description = "经办人")
            @RequestParam(defaultValue = "接口") String by, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.cancel(id, by)));
    }

    @GetMapping("/api/v1/retriage/{id}/notifications")
    @Operation(summary = "一次重判的通知：待发、送达、放弃各几条，没送达的为什么")
    @ApiResponse(responseCode = "200", description = "通知", content = @Content(schema = @Schema(implementation = Standing.class)))
    ResponseEntity<byte[]> notifications(@PathVariable String id, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.notifications(id)));
    }

    @PostMapping("/api/v1/retriage/{id}/notifications/retry")
    @Operation(summary = "重发放弃了的通知", description = "Idempotency-Key 不变，平台收过的可以不再理会。")
    @ApiResponse(responseCode = "200", description = "通知", content = @Content(schema = @Schema(implementation = Standing.class)))
    ResponseEntity<byte[]> retryNotifications(@PathVariable String id, @Parameter(description = "经办人")
            @RequestParam(defaultValue = "接口") String by, HttpServletRequest request) {
        internal(request);
        return TriageController.json(refusing(() -> retriage.retryNotifications(id, by)));
    }

    private static void internal(HttpServletRequest request) {
        if (!Access.of(request).isAtLeast(Access.INTERNAL)) {
            throw new ProblemException(403, "重判只对检察机关内部密钥开放（keys add 名称 --internal）", List.of());
        }
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RetriageException e) {
            throw new ProblemException(switch (e.kind()) {
                case UNKNOWN -> 404;
                case REFUSED -> 409;
                case INVALID -> 400;
            }, e.getMessage(), List.of());
        } catch (RulesException e) {
            throw new ProblemException(422, "规则有误，重判没有开始。\n" + e.getMessage(), List.of());
        }
    }
}
