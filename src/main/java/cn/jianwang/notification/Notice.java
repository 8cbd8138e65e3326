package cn.jianwang.notification;

import cn.jianwang.decision.Decision;
import java.util.List;

/** What the platform is told of a decision: codes and keys, no text, no names. */
record Notice(String eventKey, String decisionId, int revision, String tier, List<String> leadTypes, Decision.ReleaseId release,
              String runId) {

    static Notice of(Decision decision, String run) {
        return new Notice(decision.eventKey(), decision.decisionId(), decision.revision(), decision.tier().name(),
                decision.leads().stream().map(Decision.Lead::leadType).distinct().toList(), decision.release(), run);
    }
}
