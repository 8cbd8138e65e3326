package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Verdict;
import cn.jianwang.event.GridEvent;
import cn.jianwang.opinion.OpinionModel;
import cn.jianwang.opinion.SecondOpinions;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.store.DecisionStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Decides and keeps, and counts what was decided anew. */
@Component
class Triage {

    private final DecisionStore store;
    private final ServingRelease serving;
    private final UnaryOperator<Decider> beside;
    private final MeterRegistry meters;
    private final Timer duration;
    private final Map<Tier, Counter> decisions = new EnumMap<>(Tier.class);

    /** @param opinion file of the model for a second opinion; blank where none is asked */
    Triage(DecisionStore store, ServingRelease serving, MeterRegistry meters, @Value("${jianwang.opinion:}") String opinion) {
        this.store = store;
        this.serving = serving;
        this.beside = opinion.isBlank() ? UnaryOperator.identity() : new SecondOpinions(OpinionModel.read(Path.of(opinion)))::beside;
        this.meters = meters;
        this.duration = Timer.builder("jianwang.decision.duration").description("一次判定用时，不含存储").register(meters);
        for (Tier tier : Tier.values()) {
            decisions.put(tier, Counter.builder("jianwang.decisions").description("新作出的判定，按档位")
                    .tag("tier", tier.name()).register(meters));
        }
    }

    /** The release that serves now. */
    Decider release() {
        return serving.decider();
    }

    /** The release that serves now, kept for a whole batch. */
    ServingRelease.Lease lease() {
        return serving.lease();
    }

    Decision triage(GridEvent event) {
        try (ServingRelease.Lease lease = lease()) {
            return triage(event, lease.decider());
        }
    }

    Decision triage(GridEvent event, Decider release) {
        return store.triage(event, new Metered(beside.apply(release)));
    }

    private final class Metered implements Decider {

        private final Decider decider;

        private Metered(Decider decider) {
            this.decider = decider;
        }

        @Override
        public Decision decide(GridEvent event) {
            return verdict(event).decision();
        }

        @Override
        public Verdict verdict(GridEvent event) {
            Verdict verdict = duration.record(() -> decider.verdict(event));
            decisions.get(verdict.decision().tier()).increment();
            verdict.shadow().forEach(hit -> count("jianwang.shadow.hits", "试行的行触发的次数", hit.row()));
            verdict.isolated().forEach(row -> count("jianwang.rows.isolated", "运行出错而跳过的行", row));
            return verdict;
        }

        private void count(String name, String description, String row) {
            Counter.builder(name).description(description).tag("row", row).register(meters).increment();
        }

        @Override
        public Decision.ReleaseId release() {
            return decider.release();
        }
    }
}
