package cn.jianwang.opinion;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;

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
                return decider.decide(event).withSecondOpinion(model.opinion(Features.of(event, decider.factNames(event))));
            }

            @Override
            public Decision.ReleaseId release() {
                return decider.release();
            }
        };
    }
}
