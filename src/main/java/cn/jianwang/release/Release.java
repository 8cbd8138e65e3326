package cn.jianwang.release;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.decision.TriageDesk;
import cn.jianwang.engine.RuleEngine;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.TermUsage;
import cn.jianwang.language.TextReader;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.RulebookReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** One rule release, ready to decide: rows, vocabularies, lexicon, segmenter and engine. Immutable, safe for many threads. */
public final class Release implements Decider, AutoCloseable {

    private final Rulebook rulebook;
    private final RuleEngine.Mechanics mechanics;
    private final Parts parts;
    private final TriageDesk desk;
    private final boolean ownsEngine;

    /** What is made of the parts of a rulebook, each costly by itself. */
    private record Parts(Dictionary dictionary, TextReader reader, FactFinder finder, RuleEngine engine) {
    }

    private Release(RuleEngine.Mechanics mechanics, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.mechanics = mechanics;
        Dictionary dictionary = Dictionary.of(rulebook.terms());
        this.parts = new Parts(dictionary, new TextReader(dictionary), finder(dictionary, rulebook),
                RuleEngine.of(mechanics, rulebook.rows()));
        this.ownsEngine = true;
        this.desk = new TriageDesk(rulebook, parts.reader, parts.finder, parts.engine);
    }

    private Release(Release old, Rulebook changed) {
        this.rulebook = changed;
        this.mechanics = old.mechanics;
        boolean sameTerms = changed.terms() == old.rulebook.terms();
        boolean sameFacts = sameTerms && changed.patterns() == old.rulebook.patterns()
                            && changed.quantities() == old.rulebook.quantities();
        this.ownsEngine = changed.rows() != old.rulebook.rows();
        Dictionary dictionary = sameTerms ? old.parts.dictionary : Dictionary.of(changed.terms());
        this.parts = new Parts(dictionary, sameTerms ? old.parts.reader : new TextReader(dictionary),
                sameFacts ? old.parts.finder : finder(dictionary, changed),
                ownsEngine ? RuleEngine.of(mechanics, changed.rows()) : old.parts.engine);
        this.desk = old.desk.with(changed, parts.reader, parts.finder, parts.engine);
    }

    private static FactFinder finder(Dictionary dictionary, Rulebook rulebook) {
        return new FactFinder(dictionary, rulebook.patterns(), rulebook.quantities());
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

    /**
     * A release by changed rules that shares with this one all that the change leaves alone; the regions must be the same.
     * It has the identity of this release, so it is for trying out, never for serving.
     */
    public Release with(Rulebook changed) {
        return new Release(this, changed);
    }

    /** A release of rules that were read before, with the mechanics of a rules folder. */
    public static Release of(Path mechanicsOf, Rulebook rulebook) {
        return new Release(RuleEngine.Mechanics.compile(mechanicsOf.resolve("mechanics")), rulebook);
    }

    /** A release of other rules with the mechanics of this one. Close it when it is no longer needed. */
    public Release variant(Rulebook other) {
        return new Release(mechanics, other);
    }

    @Override
    public Decision decide(GridEvent event) {
        return desk.decide(event);
    }

    /** Reads an event and finds its facts. */
    public CaseFile file(GridEvent event) {
        return desk.file(event);
    }

    /** Decides on a file made by this release or by one with the same words, patterns and quantities. */
    public Decision decide(CaseFile file) {
        return desk.decide(file);
    }

    /** Whether the condition of a row holds on a file, whatever exclusions say. */
    public boolean holds(Row row, CaseFile file) {
        return desk.holds(row, file);
    }

    @Override
    public Set<String> factNames(GridEvent event) {
        return desk.trace(event).segments().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Override
    public Decision.ReleaseId release() {
        return desk.release();
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    /** Decides and tells how. */
    public Trace trace(GridEvent event) {
        return desk.trace(event);
    }

    /** The words of this release, looked up in texts. */
    public TermUsage termUsage() {
        return new TermUsage(parts.dictionary, rulebook.terms());
    }

    /** Gives back the engine's sessions, where the engine is not shared with the release that this one was made of. */
    @Override
    public void close() {
        if (ownsEngine) {
            parts.engine.close();
        }
    }
}
