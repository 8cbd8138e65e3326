package cn.jianwang.decision;

import cn.jianwang.decision.Decision.Excluded;
import cn.jianwang.decision.Decision.Handoff;
import cn.jianwang.engine.Findings;
import cn.jianwang.engine.Journal;
import cn.jianwang.engine.Struck;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Modality;
import cn.jianwang.language.Polarity;
import cn.jianwang.language.Reading;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why it was decided so, in sentences for a prosecutor. */
final class Explanation {

    private static final String CONTEXT = "语境";
    private static final Map<Modality, String> WHY_UNREAL = Map.of(Modality.设想, "是假设或担忧", Modality.询问, "是询问",
            Modality.宣讲, "是宣传、培训或工作记录", Modality.建议, "是建议");

    private final Rulebook rulebook;

    Explanation(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** What was ruled out: leads blocked by exclusion rows, facts struck, acts that are not asserted, leads capped to D. */
    List<Excluded> excluded(CaseFile file, Findings findings, List<LeadBuilder.Draft> drafts) {
        Set<Excluded> excluded = new LinkedHashSet<>();
        Reading reading = file.reading();
        for (Journal.BlockedLead blocked : findings.blocked()) {
            Decision.Span span = LeadBuilder.span(reading, blocked.exclusion().situation());
            excluded.add(new Excluded(blocked.exclusion().row().id(),
                    blocked.exclusion().row().name() + "，故不按「" + blocked.lead().name() + "」处理", span.start(), span.end()));
        }
        for (Struck struck : findings.struck()) {
            Decision.Span span = struck.situation() == Integer.MAX_VALUE ? new Decision.Span(0, file.event().text().length())
                    : LeadBuilder.span(reading, struck.situation());
            excluded.add(new Excluded(struck.row().id(), struck.row().name() + "，「" + struck.fact() + "」不计", span.start(), span.end()));
        }
        for (Fact fact : file.unasserted()) {
            String why = fact.polarity() == Polarity.否定 ? "被否定" : WHY_UNREAL.getOrDefault(fact.modality(), "不是已发生的事实");
            excluded.add(new Excluded(CONTEXT, "「" + reading.quote(fact.start(), fact.end()) + "」" + why + "，「" + fact.name() + "」不成立",
                    reading.text().originalStart(fact.start()), reading.text().originalEnd(fact.end())));
        }
        for (LeadBuilder.Draft draft : drafts) {
            if (draft.tier() == cn.jianwang.rulebook.Tier.D) {
                Row cap = draft.moves().get(draft.moves().size() - 1);
                Decision.Span span = LeadBuilder.span(reading, draft.segment());
                excluded.add(new Excluded(cap.id(), cap.name() + "，「" + typeName(draft.leadType()) + "」不推送", span.start(), span.end()));
            }
        }
        return List.copyOf(excluded);
    }

    List<String> sentences(CaseFile file, List<LeadBuilder.Draft> drafts, Handoff handoff, List<Excluded> excluded) {
        List<String> sentences = new ArrayList<>();
        for (LeadBuilder.Draft draft : drafts) {
            sentences.add(lead(file, draft));
            for (Row move : draft.moves()) {
                sentences.add("档位规则 " + move.id() + "：" + move.name() + "。");
            }
        }
        if (drafts.isEmpty()) {
            sentences.add(excluded.isEmpty() ? "没有发现属于检察监督范围的具体事实，不涉检。" : "发现的情形都被排除，不涉检：");
            excluded.stream().limit(5).forEach(e -> sentences.add(e.reason() + "（" + e.rule() + "）。"));
        }
        if (handoff != null) {
            sentences.add((drafts.isEmpty() ? "建议转" : "另有内容建议转") + handoff.to() + "（" + handoff.code() + "）。");
        }
        return List.copyOf(sentences);
    }

    private String lead(CaseFile file, LeadBuilder.Draft draft) {
        StringBuilder sentence = new StringBuilder("因为");
        String separator = "";
        for (Fact fact : draft.evidence().stream().limit(6).toList()) {
            int start = file.reading().text().originalStart(fact.start());
            int end = file.reading().text().originalEnd(fact.end());
            sentence.append(separator).append("原文「").append(file.reading().quote(fact.start(), fact.end())).append("」（第 ")
                    .append(start + 1).append("–").append(end).append(" 字）说明").append(fact.name());
            separator = "，";
        }
        if (draft.evidence().isEmpty()) {
            sentence.append("登记信息符合条件");
        }
        Row row = draft.rows().get(0);
        return sentence.append("，命中规则 ").append(row.id()).append("「").append(row.name()).append("」，属于")
                .append(typeName(draft.leadType())).append("（").append(draft.leadType()).append("），定为 ").append(draft.tier())
                .append(" 档（").append(draft.tier().title()).append("），成案指数 ").append(draft.index()).append("。").toString();
    }

    private String typeName(String code) {
        Rulebook.LeadType type = rulebook.leadTypes().get(code);
        return type == null ? code : type.name();
    }
}
