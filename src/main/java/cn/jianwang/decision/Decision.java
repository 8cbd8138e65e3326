package cn.jianwang.decision;

import cn.jianwang.rulebook.Tier;
import cn.jianwang.rulebook.Urgency;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service answers for one event. Component names are the JSON names of the contract; lists are never null.
 *
 * @param eventKey    the event's key
 * @param decisionId  identity of this revision, derived from event, rules and revision
 * @param revision    1 for the first decision on an event, then counting up
 * @param tier        the highest tier of all leads, D where there is none
 * @param relevant    tier is A or B
 * @param domains     domain codes, main first; empty for D
 * @param leads       leads found, strongest first
 * @param handoff     which other organ goes on with it; null where none is named
 * @param route       where the procuratorate sends it; null for D
 * @param urgency     how soon somebody must look
 * @param respondBy   the instant by which somebody must look; null where no deadline applies or the report time is unknown
 * @param tags        special-campaign labels, orthogonal to the domain
 * @param excluded    what was ruled out, and why
 * @param nearMisses  rules that lacked one fact
 * @param explanation Chinese sentences for the prosecutor; internal
 * @param receipt     the only part that a platform without an internal account sees
 * @param quality     flags on the input, such as 缺地点
 * @param release     the rule release that decided
 * @param secondOpinion what a learned model says, which decides nothing; null, and absent from JSON, where none was asked
 */
public record Decision(
        String eventKey,
        String decisionId,
        int revision,
        Tier tier,
        boolean relevant,
        List<String> domains,
        List<Lead> leads,
        Handoff handoff,
        Route route,
        Urgency urgency,
        OffsetDateTime respondBy,
        List<String> tags,
        List<Excluded> excluded,
        List<NearMiss> nearMisses,
        List<String> explanation,
        Receipt receipt,
        List<String> quality,
        ReleaseId release,
        @JsonInclude(JsonInclude.Include.NON_NULL) SecondOpinion secondOpinion) {

    /** A decision of the rules alone. */
    public Decision(String eventKey, String decisionId, int revision, Tier tier, boolean relevant, List<String> domains,
                    List<Lead> leads, Handoff handoff, Route route, Urgency urgency, OffsetDateTime respondBy, List<String> tags,
                    List<Excluded> excluded, List<NearMiss> nearMisses, List<String> explanation, Receipt receipt,
                    List<String> quality, ReleaseId release) {
        this(eventKey, decisionId, revision, tier, relevant, domains, leads, handoff, route, urgency, respondBy, tags, excluded,
                nearMisses, explanation, receipt, quality, release, null);
    }

    /** The same decision under another identity, as the store gives it when it keeps a revision. */
    public Decision identified(String id, int number) {
        return new Decision(eventKey, id, number, tier, relevant, domains, leads, handoff, route, urgency, respondBy, tags,
                excluded, nearMisses, explanation, receipt, quality, release, secondOpinion);
    }

    /** The same decision with what a model says beside it. */
    public Decision withSecondOpinion(SecondOpinion opinion) {
        return new Decision(eventKey, decisionId, revision, tier, relevant, domains, leads, handoff, route, urgency, respondBy,
                tags, excluded, nearMisses, explanation, receipt, quality, release, opinion);
    }

    /** The same decision with the flag 需人工 and the reason: rows that threw were passed over. */
    Decision forPeople(List<String> isolated) {
        List<String> flags = new ArrayList<>(quality);
        flags.add("需人工");
        List<String> sentences = new ArrayList<>(explanation);
        sentences.add("规则 " + String.join("、", isolated) + " 运行出错，已跳过，请人工复核。");
        return new Decision(eventKey, decisionId, revision, tier, relevant, domains, leads, handoff, route, urgency, respondBy, tags,
                excluded, nearMisses, List.copyOf(sentences), receipt, List.copyOf(flags), release);
    }

    /** A span of the original text, in UTF-16 positions, end exclusive. */
    public record Span(int start, int end) {
    }

    /** One lead; see the contract. {@code index} is 成案指数, 0 to 100. */
    public record Lead(String leadType, String domain, Tier tier, int index, Span segment, List<FactView> facts,
                       List<String> rules, List<String> legalBasis, List<AgencyView> agencies, List<String> missingFacts) {
    }

    /** One fact with its evidence; start and end are -1 where it came from a field other than the text. */
    public record FactView(String slot, String fact, String text, int start, int end, String polarity, String modality) {
    }

    /** An agency and its role: 监管 or 处罚. */
    public record AgencyView(String name, String role) {
    }

    public record Handoff(String code, String to) {
    }

    /** {@code status} is 已定 or 待定; {@code procuratorate} is null when 待定. */
    public record Route(Procuratorate procuratorate, String department, List<String> cooperating,
                        List<String> excludedUnits, String status) {
    }

    public record Procuratorate(String code, String name) {
    }

    public record Excluded(String rule, String reason, int start, int end) {
    }

    public record NearMiss(String rule, List<String> missing) {
    }

    public record Receipt(String status, String text) {
    }

    /**
     * What a learned model says of an event.
     *
     * @param push        whether it would push the event
     * @param probability how sure it is that the event is to be pushed, 0 to 1
     * @param model       identity of the model
     */
    public record SecondOpinion(boolean push, double probability, String model) {
    }

    public record ReleaseId(String version, String sha256) {
    }
}
