package cn.jianwang.trial;

import cn.jianwang.fact.FactPattern;
import cn.jianwang.fact.QuantityRule;
import cn.jianwang.language.Term;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A rulebook with one thing missing. */
sealed interface Mutant {

    /** Title of the table that the thing is missing from. */
    String table();

    /** What is missing. */
    Kind kind();

    /** Id of the row that is gone or that lost an item; the word of a term. */
    String row();

    /** What is missing, as a person says it. */
    String title();

    Rulebook in(Rulebook rulebook);

    /** The names are the words of the report. */
    enum Kind {
        行, 条件, 词语
    }

    /** A judging row is gone; its own examples go with it. */
    record RowGone(Row old) implements Mutant {

        @Override
        public String table() {
            return TableNames.of(old);
        }

        @Override
        public Kind kind() {
            return Kind.行;
        }

        @Override
        public String row() {
            return old.id();
        }

        @Override
        public String title() {
            return "删去整行 " + old.id() + " " + old.name();
        }

        @Override
        public Rulebook in(Rulebook rulebook) {
            return rulebook.withRows(without(rulebook.rows(), old::equals));
        }
    }

    /** A judging row lost an item of a condition cell. */
    record LiteralGone(Row old, Literal literal) implements Mutant {

        @Override
        public String table() {
            return TableNames.of(old);
        }

        @Override
        public Kind kind() {
            return Kind.条件;
        }

        @Override
        public String row() {
            return old.id();
        }

        @Override
        public String title() {
            return "删去 " + old.id() + " " + old.name() + " 的" + literal;
        }

        Row now() {
            return new Row(old.id(), old.name(), old.status(), old.order(), literal.droppedFrom(old.condition()), old.effect());
        }

        @Override
        public Rulebook in(Rulebook rulebook) {
            List<Row> rows = new ArrayList<>(rulebook.rows());
            rows.replaceAll(row -> row.equals(old) ? now() : row);
            return rulebook.withRows(rows);
        }
    }

    /** A way from words or an amount to a fact is gone; its own examples go with it. */
    record SourceGone(String table, String row, String fact, UnaryOperator<Rulebook> change) implements Mutant {

        @Override
        public Kind kind() {
            return Kind.行;
        }

        @Override
        public String title() {
            return "删去整行 " + row + " " + fact;
        }

        @Override
        public Rulebook in(Rulebook rulebook) {
            return change.apply(rulebook);
        }
    }

    /** A word is gone from a concept. */
    record TermGone(Term old) implements Mutant {

        @Override
        public String table() {
            return TableNames.TERMS;
        }

        @Override
        public Kind kind() {
            return Kind.词语;
        }

        @Override
        public String row() {
            return old.word();
        }

        @Override
        public String title() {
            return "删去词组「" + old.concept() + "」的词语「" + old.word() + "」";
        }

        @Override
        public Rulebook in(Rulebook rulebook) {
            return rulebook.withLanguage(without(rulebook.terms(), old::equals), rulebook.patterns(), rulebook.quantities());
        }
    }

    /** Every row that decides, item, pattern and amount of a rulebook, missing one at a time; and the given words. */
    static List<Mutant> of(Rulebook rulebook, List<Term> words) {
        List<Mutant> mutants = new ArrayList<>();
        words.forEach(term -> mutants.add(new TermGone(term)));
        rulebook.patterns().forEach(pattern -> mutants.add(new SourceGone(TableNames.PATTERNS, pattern.id(), pattern.fact(),
                rules -> rules.withLanguage(rules.terms(), without(rules.patterns(), pattern::equals), rules.quantities()))));
        rulebook.quantities().forEach(quantity -> mutants.add(new SourceGone(TableNames.QUANTITIES, quantity.id(), quantity.fact(),
                rules -> rules.withLanguage(rules.terms(), rules.patterns(), without(rules.quantities(), quantity::equals)))));
        rulebook.rows().stream().filter(row -> row.status() == Status.正式).forEach(row -> {
            mutants.add(new RowGone(row));
            Literal.of(row.condition()).forEach(literal -> mutants.add(new LiteralGone(row, literal)));
        });
        return mutants;
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }
}
