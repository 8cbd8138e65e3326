package cn.jianwang.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * Which things in the rules a trial would miss if they were gone.
 *
 * @param outcomes one a mutant, in the order of tables and rows
 */
public record MutationReport(List<Outcome> outcomes) {

    /** What the rows of the guarded tables should score. */
    public static final double LEAST = 0.9;

    /** On the rows of these tables a surviving mutant means that nobody would notice a broken rule. */
    private static final List<String> GUARDED = List.of(TableNames.EXCLUSIONS, TableNames.LEADS, TableNames.TIERS);

    public MutationReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What became of one mutant.
     *
     * @param kind    行, 条件 or 词语
     * @param row     id of the row; the word of a term
     * @param missing what was taken away
     * @param tried   number of trials that it could change
     * @param killer  id of a case, or of the row of an example, that came out wrong without it; null where none did
     * @param advice  what would kill it; empty where it was killed
     */
    public record Outcome(String table, String kind, String row, String missing, int tried, String killer, String advice) {

        public boolean survived() {
            return killer == null;
        }
    }

    /** How many mutants of a kind were killed. */
    public record Score(String table, String kind, int killed, int mutants) {

        /** 1 where there was nothing to kill. */
        public double value() {
            return mutants == 0 ? 1 : (double) killed / mutants;
        }

        /** Whether the tables whose rows decide what is pushed are meant. */
        public boolean isGuarded() {
            return MutationReport.isGuarded(table, kind);
        }
    }

    /** Scores of all tables and kinds that had mutants, in the order of the tables. */
    public List<Score> scores() {
        List<Score> scores = new ArrayList<>();
        for (String table : TableNames.ALL) {
            for (Mutant.Kind kind : Mutant.Kind.values()) {
                List<Outcome> some = outcomes.stream().filter(o -> o.table().equals(table) && o.kind().equals(kind.name())).toList();
                if (!some.isEmpty()) {
                    scores.add(new Score(table, kind.name(), (int) some.stream().filter(o -> !o.survived()).count(), some.size()));
                }
            }
        }
        return scores;
    }

    /** Scores of the guarded rows that do not reach {@code least}. */
    public List<Score> below(double least) {
        return scores().stream().filter(score -> score.isGuarded() && score.value() < least).toList();
    }

    static boolean isGuarded(String table, String kind) {
        return GUARDED.contains(table) && kind.equals(Mutant.Kind.行.name());
    }

    public List<Outcome> survivors() {
        return outcomes.stream().filter(Outcome::survived).toList();
    }
}
