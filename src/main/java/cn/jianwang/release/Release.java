package cn.jianwang.release;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.decision.TriageDesk;
import cn.jianwang.decision.Verdict;
import cn.jianwang.engine.Mechanics;
import cn.jianwang.engine.RuleEngine;
import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Dictionary;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.RulesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** One rule release, ready to decide: rows, vocabularies, lexicon, segmenter and engine. Immutable, safe for many threads. */
public final class Release implements Decider, AutoCloseable {

    private static final String MECHANICS = "mechanics";

    private final Mechanics mechanics;
    private final Rulebook rulebook;
    private final RuleEngine engine;
    private final TriageDesk desk;

    private Release(Mechanics mechanics, Rulebook rulebook) {
        this.mechanics = mechanics;
        this.rulebook = rulebook;
        this.engine = RuleEngine.of(mechanics, rulebook.rows());
        this.desk = new TriageDesk(rulebook, Dictionary.of(rulebook.terms()), engine);
    }

    /**
     * Loads a rules folder.
     *
     * @throws cn.jianwang.rulebook.RulesException with every problem, where the folder is not sound
     */
    public static Release load(Path rules) {
        return load(rules, () -> Mechanics.compile(rules.resolve(MECHANICS)));
    }

    /** Loads the next rules folder beside this release; mechanics that have not changed are not compiled again. */
    public Release loadNext(Path rules) {
        return load(rules, () -> mechanics.orCompiled(rules.resolve(MECHANICS)));
    }

    /** What is wrong with the mechanics of a rules folder, as far as it shows without compiling them; empty where nothing is. */
    public static List<Problem> inspectMechanics(Path rules) {
        return Mechanics.inspect(rules.resolve(MECHANICS));
    }

    /** The generic rules of a folder as they are written, by file. */
    static Map<String, String> mechanicsOf(Path rules) {
        return Mechanics.read(rules.resolve(MECHANICS));
    }

    private static Release load(Path rules, Supplier<Mechanics> compiling) {
        CompletableFuture<Mechanics> mechanics = CompletableFuture.supplyAsync(compiling);
        RulebookReader.Result read = RulebookReader.inspect(rules);
        List<Problem> problems = new ArrayList<>(read.problems());
        Mechanics compiled = null;
        try {
            compiled = mechanics.join();
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof RulesException refused)) {
                throw failed;
            }
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty()) {
            throw new RulesException(problems.stream().sorted().toList());
        }
        return new Release(compiled, read.rulebook());
    }

    /** Gives up what it kept for speed. It goes on to decide, only slower. */
    @Override
    public void close() {
        engine.close();
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
