package cn.jianwang.web;

import cn.jianwang.event.EventProblem;
import cn.jianwang.retriage.Request;
import cn.jianwang.retriage.RetriageException;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Selection;
import cn.jianwang.retriage.Times;
import cn.jianwang.rulebook.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** What a re-triage is asked for with over REST. A name that is not known is refused: overlooked, it would select everything. */
@Schema(name = "Retriage")
record RetriageForm(
        @Schema(description = "上报时间不早于", example = "2024-01-01") String from,
        @Schema(description = "上报时间不晚于，只写日期时含当日", example = "2024-12-31") String to,
        @Schema(description = "来源系统") List<String> sources,
        @Schema(description = "区划代码，含其下各级", example = "[\"330803\"]") List<String> regions,
        @Schema(description = "现有判定的档位", example = "[\"C\",\"D\"]") List<Tier> tiers,
        @Schema(description = "现有判定的领域代码") List<String> domains,
        @Schema(description = "现有判定的线索类型代码") List<String> leadTypes,
        @Schema(description = "现有判定所依据的规则版本") List<String> decidedBy,
        @Schema(description = "事件键清单") List<String> keys,
        @Schema(description = "已发布的规则版本；release 与 candidate 都不写，即当前规则") String release,
        @Schema(description = "候选规则的名称，即候选目录下的文件夹名") String candidate,
        @Schema(description = "是否把有变化的写成新修订；不写即只报告") Boolean apply,
        @Schema(description = "是否把每个新修订通知平台；须 apply 为 true，并已配置 jianwang.notify") Boolean notifyPlatform,
        @Schema(description = "事由") String reason,
        @Schema(description = "经办人") String by,
        @Schema(description = "抽样种子") String seed) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Set<String> CLUSTER = Set.of("cluster", "clusters");
    private static final String REFUSED = "重判没有开始";

    static RetriageForm read(byte[] body) {
        try {
            RetriageForm form = MAPPER.readValue(body, RetriageForm.class);
            if (form != null) {
                return form;
            }
            throw refused("", null, "请求体是 null", "写成 JSON 对象，例如 {\"tiers\":[\"D\"]}；{} 即全部事件");
        } catch (UnrecognizedPropertyException e) {
            if (CLUSTER.contains(e.getPropertyName())) {
                throw refused(e.getPropertyName(), null, Selection.NO_CLUSTERS, "把该簇各事件的键（sourceSystem:sourceEventId）列在 keys 里");
            }
            throw refused(e.getPropertyName(), null, "没有这一项", "可用的有：" + String.join("、",
                    Arrays.stream(RetriageForm.class.getRecordComponents()).map(c -> c.getName()).toList()));
        } catch (JacksonException e) {
            throw refused(e.getPath().isEmpty() ? "" : e.getPath().get(0).getPropertyName(), null, "不是要求的格式",
                    "请对照接口文档 /swagger-ui.html");
        }
    }

    Request request(RuleSource rules) {
        List<EventProblem> problems = new ArrayList<>();
        OffsetDateTime start = time("from", from, Times::from, problems);
        OffsetDateTime end = time("to", to, Times::to, problems);
        if (start != null && end != null && !start.isBefore(end)) {
            problems.add(new EventProblem("to", to, "不晚于 from", "把 to 写在 from 之后"));
        }
        if (release != null && candidate != null) {
            problems.add(new EventProblem("candidate", candidate, "与 release 不能同时写", "只留一个"));
        }
        if (candidate != null && rules.candidate(candidate).isEmpty()) {
            problems.add(new EventProblem("candidate", candidate, "候选目录下没有这个文件夹", "请检查名称"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(400, REFUSED, problems);
        }
        return new Request(new Selection(start, end, sources, regions, tiers, domains, leadTypes, decidedBy, keys),
                new Request.Rules(release, candidate == null ? null : rules.candidate(candidate).orElseThrow()),
                Boolean.TRUE.equals(apply), Boolean.TRUE.equals(notifyPlatform), reason == null ? "" : reason, by == null ? "接口" : by, false, seed);
    }

    private static OffsetDateTime time(String field, String text, Function<String, OffsetDateTime> parse,
                                       List<EventProblem> problems) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (RetriageException e) {
            problems.add(new EventProblem(field, text, "看不懂的时间", "写成 2024-01-31 或 2024-01-31T08:00:00+08:00"));
            return null;
        }
    }

    private static ProblemException refused(String field, String value, String message, String mend) {
        return new ProblemException(400, REFUSED, List.of(new EventProblem(field, value, message, mend)));
    }
}
