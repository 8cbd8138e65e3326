package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.language.Term;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Rulebook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes one thing after another out of the rules and looks whether a case or example turns red. Texts are read once; a
 * mutant is tried only on what it can change, which gives the same answer as trying it on everything. Only what decides is
 * tried: rows of status 试行 are left out, and what fails without them tells nothing of the others.
 */
public final class Mutation {

    private static final int SEED = 20260101;

    private final Release release;
    private final List<FiledTrial> trials;
    private final Touched touched;
    private final BitSet green = new BitSet();

    /** @param cases folder of test cases; may be absent */
    public Mutation(Release release, Path cases) {
        this.release = release.with(release.rulebook().withoutTrials());
        this.trials = FiledTrial.all(this.release, this.release, cases);
        this.touched = new Touched(this.release.rulebook(), this.release.termUsage(), trials);
        List<Boolean> passed = Workers.map(trials, filed -> filed.failure() == null);
        for (int i = 0; i < passed.size(); i++) {
            green.set(i, passed.get(i));
        }
    }

    /**
     * Tries the mutants of all tables, or of the named ones.
     *
     * @param tables titles of tables; empty for all
     * @param words  how many words of the lexicon are tried, drawn by lot but the same ones every time
     */
    public MutationReport run(Collection<String> tables, int words) {
        List<Mutant> mutants = Mutant.of(release.rulebook(), sample(words)).stream()
                .filter(mutant -> tables.isEmpty() || tables.contains(mutant.table())).toList();
        return report(mutants);
    }

    /** Tries only the rows of the tables that decide what is pushed. */
    MutationReport runGuarded() {
        return report(Mutant.of(release.rulebook(), List.of()).stream()
                .filter(mutant -> MutationReport.isGuarded(mutant.table(), mutant.kind().name())).toList());
    }

    private MutationReport report(List<Mutant> mutants) {
        return new MutationReport(Workers.map(mutants, this::outcome));
    }

    /** Titles of the tables that have mutants. */
    public static List<String> tables() {
        return TableNames.ALL;
    }

    private List<Term> sample(int words) {
        List<Term> terms = new ArrayList<>(release.rulebook().terms());
        terms.sort(Comparator.comparing(Term::word).thenComparing(Term::concept).thenComparing(Term::wholeWord));
        Collections.shuffle(terms, new Random(SEED));
        return terms.subList(0, Math.min(words, terms.size()));
    }

    private MutationReport.Outcome outcome(Mutant mutant) {
        BitSet concerned = touched.by(mutant);
        concerned.and(green);
        String killer = concerned.isEmpty() ? null : killer(mutant, concerned);
        return new MutationReport.Outcome(mutant.table(), mutant.kind().name(), mutant.row(), mutant.title(), concerned.cardinality(),
                killer, killer == null ? Advice.on(mutant) : "");
    }

    private String killer(Mutant mutant, BitSet concerned) {
        try (Release changed = release.with(changed(mutant, concerned))) {
            return concerned.stream().mapToObj(trials::get).filter(filed -> turnsRed(filed, changed, mutant))
                    .map(filed -> filed.trial().id()).findFirst().orElse(null);
        }
    }

    /** A lexicon of the words that stand in the texts reads them like the whole one, and is made in no time. */
    private Rulebook changed(Mutant mutant, BitSet concerned) {
        if (!(mutant instanceof Mutant.TermGone)) {
            return mutant.in(release.rulebook());
        }
        Rulebook rulebook = release.rulebook();
        return mutant.in(rulebook.withLanguage(List.copyOf(touched.termsOf(concerned)), rulebook.patterns(), rulebook.quantities()));
    }

    private static boolean turnsRed(FiledTrial filed, Release changed, Mutant mutant) {
        boolean sameFacts = mutant instanceof Mutant.RowGone || mutant instanceof Mutant.LiteralGone;
        CaseFile file = sameFacts ? filed.file() : changed.file(filed.trial().event());
        return filed.trial().failure(changed, file) != null;
    }

    /** The trials that turn red under a mutant; {@code everywhere} tries also those that it cannot change. For tests. */
    Set<Integer> red(Mutant mutant, boolean everywhere) {
        BitSet concerned = touched.by(mutant);
        if (everywhere) {
            concerned.set(0, trials.size());
            boolean row = mutant.kind() == Mutant.Kind.行;
            concerned.stream().filter(i -> row && trials.get(i).trial() instanceof ExampleTrial own && own.id().equals(mutant.row()))
                    .forEach(concerned::clear);
        }
        concerned.and(green);
        Set<Integer> red = new TreeSet<>();
        try (Release changed = release.with(everywhere ? mutant.in(release.rulebook()) : changed(mutant, concerned))) {
            concerned.stream().filter(i -> everywhere ? failsAfresh(i, changed) : turnsRed(trials.get(i), changed, mutant))
                    .forEach(red::add);
        }
        return red;
    }

    private boolean failsAfresh(int number, Release changed) {
        Trial trial = trials.get(number).trial();
        return trial.failure(changed, changed.file(trial.event())) != null;
    }
}
