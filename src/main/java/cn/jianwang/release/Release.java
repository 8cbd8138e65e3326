package cn.jianwang.release;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.decision.TriageDesk;
import cn.jianwang.decision.Verdict;
import cn.jianwang.engine.RuleEngine;
import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Dictionary;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.RulebookReader;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One rule release, ready to decide: rows, vocabularies, lexicon, segmenter and engine. Immutable, safe for many threads. */
public final class Release implements Decider {

    private final Rulebook rulebook;
    private final TriageDesk desk;

    private Release(RuleEngine.Mechanics mechanics, Rulebook rulebook) {
        this.rulebook = rulebook;
        Dictionary dictionary = Dictionary.of(rulebook.terms());
        this.desk = new TriageDesk(rulebook, dictionary, RuleEngine.of(mechanics, rulebook.rows()));
    }

    /**
     * Loads a rules folder.
     *
     * @throws cn.jianwang.rulebook.RulesException with every problem, where the folder is not sound
     */
    public static Release load(Path rules) {
        CompletableFuture<RuleEngine.Mechanics> mechanics = CompletableFuture.supplyAsync(
                () -> RuleEngine.Mechanics.compile(rules.resolve("mechanics")));
        Rulebook rulebook = RulebookReader.read(rules);
        return new Release(mechanics.join(), rulebook);
    }

    @Override
    public Decision decide(GridEvent event) {
        return desk.decide(event);
    }

    @Override
    public Decision.ReleaseId release() {
        return desk.release();
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    @Override
    public Verdict verdict(GridEvent event) {
        return desk.verdict(event);
    }

    /** Decides and tells how. */
    public Trace trace(GridEvent event) {
        return desk.trace(event);
    }

    /** Tells how it would be decided if everything of status 试行 counted; its decision is the official one. */
    public Trace rehearsal(GridEvent event) {
        return desk.rehearsal(event);
    }

    /** Decides as if everything of status 试行 counted. */
    public Decision rehearse(GridEvent event) {
        return desk.rehearse(event);
    }
}
