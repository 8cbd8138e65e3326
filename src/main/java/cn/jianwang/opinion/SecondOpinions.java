package cn.jianwang.opinion;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Verdict;
import cn.jianwang.event.GridEvent;
import java.util.Set;

/** Lays the opinion of a model beside every decision. The decision itself stays as it is. Safe for many threads. */
public final class SecondOpinions {

    private final OpinionModel model;

    public SecondOpinions(OpinionModel model) {
        this.model = model;
    }

    /** The same decider, whose decisions also carry the opinion. */
    public Decider beside(Decider decider) {
        return new Decider() {
            @Override
            public Decision decide(GridEvent event) {
                return withOpinion(event, decider.decide(event));
            }

            @Override
            public Verdict verdict(GridEvent event) {
                Verdict verdict = decider.verdict(event);
                return new Verdict(withOpinion(event, verdict.decision()), verdict.shadow(), verdict.isolated());
            }

            @Override
            public Set<String> factNames(GridEvent event) {
                return decider.factNames(event);
            }

            private Decision withOpinion(GridEvent event, Decision decision) {
                return decision.withSecondOpinion(model.opinion(Features.of(event, factNames(event))));
            }

            @Override
            public Decision.ReleaseId release() {
                return decider.release();
            }
        };
    }
}
