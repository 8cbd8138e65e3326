package cn.jianwang.web;

import cn.jianwang.event.EventProblem;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.Submission;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.store.ReleaseAudit;
import cn.jianwang.store.ShadowLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Releases: what there is, what serves, what was done, and what the rows on trial would do. Rules never come in here. */
@RestController
@Tag(name = "规则版本")
class ReleaseController {

    private static final int MOST_BYTES = 100_000;
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_DAYS = 3_650;
    private static final String MEND = "怎么改：";

    private final ObjectProvider<SwappingRelease> releases;
    private final ReleaseAudit audit;
    private final ShadowLog shadow;

    ReleaseController(ObjectProvider<SwappingRelease> releases, ReleaseAudit audit, ShadowLog shadow) {
        this.releases = releases;
        this.audit = audit;
        this.shadow = shadow;
    }

    /** @param activate false: only published; otherwise it serves at once */
    record PublishRequest(String author, String reviewer, String note, Boolean activate) {
    }

    record ActivateRequest(String version, String reason) {
    }

    /** A release as told over the API. */
    record ReleaseView(String version, String previous, String note, String level, String sha256, String author, String reviewer,
                       OffsetDateTime publishedAt, boolean active) {

        static ReleaseView of(PublishedRelease r, Optional<String> active) {
            return new ReleaseView(r.version(), r.previous(), r.note(), r.level().name(), r.sha256(), r.author(), r.reviewer(),
                    r.publishedAt(), active.filter(r.version()::equals).isPresent());
        }
    }

    /** @param intact whether no entry was changed or taken away behind the service's back */
    record AuditView(boolean intact, List<ReleaseAudit.Entry> entries) {
    }

    @GetMapping("/api/v1/releases")
    @Operation(summary = "已发布的规则版本，新的在前", description = "限内部密钥。")
    ResponseEntity<byte[]> releases(HttpServletRequest request) {
        require(request, Access.INTERNAL);
        SwappingRelease serving = serving();
        Optional<String> active = serving.shelf().active();
        List<ReleaseView> views = serving.shelf().releases().stream().map(r -> ReleaseView.of(r, active))
                .sorted((a, b) -> b.publishedAt().compareTo(a.publishedAt())).toList();
        return TriageController.json(views);
    }

    @PostMapping(path = "/api/v1/releases/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "把服务器上的规则文件夹发布为新版本", description = "限管理密钥。规则只从服务器的磁盘读取，不经接口上传。过不了的关口在 problems 里逐条列出。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = PublishRequest.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    ResponseEntity<byte[]> publish(HttpServletRequest request) throws IOException {
        require(request, Access.ADMIN);
        PublishRequest asked = body(request, PublishRequest.class);
        boolean activate = !Boolean.FALSE.equals(asked.activate());
        Submission submission = new Submission(asked.author(), asked.reviewer(), asked.note());
        Publisher.Outcome outcome = mendably(() -> serving().publish(submission, activate, actor(request)));
        if (!outcome.published()) {
            throw new ProblemException(422, "没有发布：%d 处过不了关口".formatted(outcome.findings().size()),
                    outcome.findings().stream().map(finding -> problem(finding.gate(), finding.text())).toList());
        }
        return TriageController.json(ReleaseView.of(outcome.release(), serving().shelf().active()));
    }

    @PostMapping(path = "/api/v1/releases/activate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "启用一个已发布的版本", description = "限管理密钥。用不了时原来的版本照常服务。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = ActivateRequest.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    ResponseEntity<byte[]> activate(HttpServletRequest request) throws IOException {
        return change(request, "启用");
    }

    @PostMapping(path = "/api/v1/releases/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "回到一个已发布的版本", description = "限管理密钥。reason 记入审计记录。",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(schema = @Schema(implementation = ActivateRequest.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReleaseView.class)))
    ResponseEntity<byte[]> rollback(HttpServletRequest request) throws IOException {
        return change(request, "回滚");
    }

    @GetMapping("/api/v1/releases/audit")
    @Operation(summary = "规则版本的审计记录，新的在前", description = "限内部密钥。只增不改；intact 为 false 说明有人绕过服务改过记录。")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditView.class)))
    ResponseEntity<byte[]> audit(HttpServletRequest request,
            @Parameter(description = "最多几条") @RequestParam(defaultValue = "100") int limit) {
        require(request, Access.INTERNAL);
        return TriageController.json(new AuditView(audit.isIntact(), audit.last(Math.max(1, Math.min(limit, MOST_ENTRIES)))));
    }

    @GetMapping("/api/v1/releases/shadow")
    @Operation(summary = "试行的行若转正会怎样", description = "限内部密钥。每行触发几次、会改变几个判定、怎样改变；试行的行从不参与判定。")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShadowLog.Report.class)))
    ResponseEntity<byte[]> shadow(HttpServletRequest request,
            @Parameter(description = "最近几天") @RequestParam(defaultValue = "30") int days) {
        require(request, Access.INTERNAL);
        OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minusDays(Math.max(0, Math.min(days, MOST_DAYS))).truncatedTo(ChronoUnit.MICROS);
        return TriageController.json(shadow.since(since));
    }

    private ResponseEntity<byte[]> change(HttpServletRequest request, String action) throws IOException {
        require(request, Access.ADMIN);
        ActivateRequest asked = body(request, ActivateRequest.class);
        String reason = asked.reason() == null ? "" : asked.reason().strip();
        PublishedRelease release = mendably(() -> serving().activate(asked.version() == null ? "" : asked.version(), action, reason, actor(request)));
        return TriageController.json(ReleaseView.of(release, serving().shelf().active()));
    }

    private SwappingRelease serving() {
        return Optional.ofNullable(releases.getIfAvailable())
                .orElseThrow(() -> new ProblemException(409, "本服务的规则版本固定，不能发布或更换", List.of()));
    }

    private static void require(HttpServletRequest request, Access least) {
        if (!Access.of(request).isAtLeast(least)) {
            throw new ProblemException(403, least == Access.ADMIN ? "只有管理密钥能发布、启用和回滚规则，由 keys add --admin 发放"
                    : "只有内部密钥能看规则版本，由 keys add --internal 发放", List.of());
        }
    }

    private static String actor(HttpServletRequest request) {
        return Access.nameOf(request);
    }

    private static <T> T mendably(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (DamagedReleaseException refused) {
            throw new ProblemException(409, refused.getMessage(), List.of());
        } catch (RulesException refused) {
            throw new ProblemException(409, "这个版本的规则有误，未启用", refused.problems().stream()
                    .map(p -> new EventProblem(p.file(), p.row(), p.message(), p.mend())).toList());
        }
    }

    private static EventProblem problem(String gate, String text) {
        int mend = text.lastIndexOf(MEND);
        return new EventProblem(gate, null, (mend < 0 ? text : text.substring(0, mend)).strip(),
                mend < 0 ? "改好后再发布" : text.substring(mend + MEND.length()).strip());
    }

    private static <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(413, "请求体超过上限", List.of());
        }
        try {
            T body = JsonCodec.read(new String(bytes, StandardCharsets.UTF_8), type);
            if (body != null) {
                return body;
            }
        } catch (JacksonException malformed) {
            // told below; the parser's own words may quote the input
        }
        throw new ProblemException(400, "请求体不是合法的 JSON 对象", List.of(new EventProblem("", null, "读不出内容", "按 /swagger-ui.html 里的格式写")));
    }
}
