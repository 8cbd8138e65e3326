package cn.jianwang.release;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.decision.TriageDesk;
import cn.jianwang.decision.Verdict;
import cn.jianwang.engine.Mechanics;
import cn.jianwang.engine.RuleEngine;
import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.TermUsage;
import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.RulesFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One rule release, ready to decide: rows, vocabularies, lexicon, segmenter and engine. Immutable, safe for many threads. */
public final class Release implements Decider, AutoCloseable {

    private static final String MECHANICS = "mechanics";

    private final Mechanics mechanics;
    private final Rulebook rulebook;
    private final RuleEngine engine;
    private final TriageDesk desk;
    private final boolean ownsEngine;

    private Release(Mechanics mechanics, Rulebook rulebook) {
        this.mechanics = mechanics;
        this.rulebook = rulebook;
        this.engine = RuleEngine.of(mechanics, rulebook.rows());
        this.ownsEngine = true;
        this.desk = new TriageDesk(rulebook, engine);
    }

    private Release(Release old, Rulebook changed) {
        this.mechanics = old.mechanics;
        this.rulebook = changed;
        this.ownsEngine = changed.rows() != old.rulebook.rows();
        this.engine = ownsEngine ? RuleEngine.of(mechanics, changed.rows()) : old.engine;
        this.desk = old.desk.with(changed, engine);
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

    /** Reads a rules folder and reports on tables and mechanics alike, without compiling these. */
    public static RulebookReader.Result inspect(Path rules) {
        RulebookReader.Result read = RulebookReader.inspect(rules);
        return new RulebookReader.Result(read.rulebook(), sorted(read.problems(), Mechanics.inspect(rules.resolve(MECHANICS))),
                read.reminders());
    }

    private static List<Problem> sorted(List<Problem> some, List<Problem> more) {
        return Stream.concat(some.stream(), more.stream()).sorted().toList();
    }

    /** Whether the rules of a folder, sound or not, are those of a release. */
    public static boolean isAt(Path rules, Decision.ReleaseId release) {
        return Files.isDirectory(rules) && RulesFolder.version(rules).equals(release.version())
               && RulesFolder.sha256(rules).equals(release.sha256());
    }

    /** The generic rules of a folder as they are written, by file. */
    static Map<String, String> mechanicsOf(Path rules) {
        return Mechanics.read(rules.resolve(MECHANICS));
    }

    private static Release load(Path rules, Supplier<Mechanics> compiling) {
        CompletableFuture<Mechanics> mechanics = CompletableFuture.supplyAsync(compiling);
        RulebookReader.Result read = RulebookReader.inspect(rules);
        Mechanics compiled;
        try {
            compiled = mechanics.join();
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof RulesException refused)) {
                throw failed;
            }
            throw new RulesException(sorted(read.problems(), refused.problems()));
        }
        if (!read.isSound()) {
            throw new RulesException(read.problems());
        }
        return new Release(compiled, read.rulebook());
    }

    /**
     * A release by changed rules that shares with this one all that the change leaves alone; regions and facts must be the
     * same. It has the identity of this release, so it is for trying out, never for serving.
     */
    public Release with(Rulebook changed) {
        return new Release(this, changed);
    }

    /** A release that decides as if everything of status 试行 were 正式; see {@link #with}. */
    public Release rehearsal() {
        return with(rulebook.rehearsed());
    }

    /** A release of rules that were read before, with the mechanics of a rules folder. */
    public static Release of(Path mechanicsOf, Rulebook rulebook) {
        return new Release(Mechanics.compile(mechanicsOf.resolve(MECHANICS)), rulebook);
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

    @Override
    public Verdict verdict(GridEvent event) {
        return desk.verdict(event);
    }

    /** Decides and tells how. */
    public Trace trace(GridEvent event) {
        return desk.trace(event);
    }

    /** The words of this release, looked up in texts. */
    public TermUsage termUsage() {
        return desk.termUsage();
    }

    /**
     * Gives up what it kept for speed, unless that belongs to the release that this one was made of. It goes on to decide,
     * only slower.
     */
    @Override
    public void close() {
        if (ownsEngine) {
            engine.close();
        }
    }
}
