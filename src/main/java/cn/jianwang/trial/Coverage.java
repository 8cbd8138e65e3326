package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.decision.Decision;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Term;
import cn.jianwang.language.TermUsage;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Derivations;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.Scope;
import cn.jianwang.trial.CoverageReport.Count;
import cn.jianwang.trial.CoverageReport.Gap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds what the examples in the rows and the test cases never use.
 *
 * <p>A row is used where its condition holds, and, where it applies to certain leads only, such a lead is found; a way to a
 * fact where some fact rests on it. An item of 须全有 is used with its row, one of 须有其一 where the row holds and the
 * fact is there, one of 不得有 where nothing but it and its like keeps the row from holding. A word is used where a hit rests on it.
 */
public final class Coverage {

    private final Rulebook rulebook;
    private final Map<Release, View> views;
    private final Set<String> usedRows = ConcurrentHashMap.newKeySet();
    private final Set<Use> usedLiterals = ConcurrentHashMap.newKeySet();
    private final Set<Term> usedTerms = ConcurrentHashMap.newKeySet();

    private record Use(String row, Literal literal) {
    }

    /** How a release sees a text beyond the facts in it. */
    private record View(Derivations derivations, TermUsage usage) {

        static View of(Release release) {
            return new View(new Derivations(release.rulebook().rows()), release.termUsage());
        }
    }

    private Coverage(Release release, Release rehearsal) {
        this.rulebook = release.rulebook();
        this.views = Map.of(release, View.of(release), rehearsal, View.of(rehearsal));
    }

    /** @param cases folder of test cases; may be absent. @param today against which exceptions expire */
    public static CoverageReport of(Release release, Path cases, LocalDate today) {
        try (Release rehearsal = release.rehearsal()) {
            Coverage coverage = new Coverage(release, rehearsal);
            Workers.map(FiledTrial.all(release, rehearsal, cases), coverage::use);
            return coverage.report(cases, today);
        }
    }

    private Void use(FiledTrial filed) {
        CaseFile file = filed.file();
        Decision decision = filed.release().decide(file);
        View view = views.get(filed.release());
        List<Set<String>> segments = file.segments().stream().map(segment -> view.derivations.closure(file.names(segment))).toList();
        List<Set<String>> whole = List.of(view.derivations.closure(file.allNames()));
        for (Row row : rulebook.rows()) {
            if (applies(row, decision)) {
                (row.judgesWholeEvent() ? whole : segments).forEach(facts -> use(row, facts));
            }
        }
        file.facts().stream().map(Fact::source).forEach(usedRows::add);
        usedTerms.addAll(view.usage.hitting(file.reading()));
        return null;
    }

    private static boolean applies(Row row, Decision decision) {
        Effect effect = row.effect();
        if (effect instanceof Effect.Move) {
            return decision.leads().stream().anyMatch(lead -> lead.rules().contains(row.id()))
                   || decision.excluded().stream().anyMatch(excluded -> excluded.rule().equals(row.id()));
        }
        Scope scope = effect instanceof Effect.Urge urge ? urge.leads() : effect instanceof Effect.Route route ? route.leads()
                : effect instanceof Effect.Tag tag ? tag.leads() : null;
        return scope == null || decision.leads().stream().anyMatch(lead -> scope.covers(lead.leadType(), lead.domain()));
    }

    private void use(Row row, Collection<String> facts) {
        Condition condition = row.condition();
        if (condition.holds(facts)) {
            usedRows.add(row.id());
            condition.all().forEach(fact -> usedLiterals.add(new Use(row.id(), new Literal(Literal.Part.须全有, fact))));
            condition.any().stream().filter(facts::contains)
                    .forEach(fact -> usedLiterals.add(new Use(row.id(), new Literal(Literal.Part.须有其一, fact))));
        } else if (new Condition(condition.all(), condition.any(), Set.of()).holds(facts)) {
            condition.none().stream().filter(facts::contains)
                    .forEach(fact -> usedLiterals.add(new Use(row.id(), new Literal(Literal.Part.不得有, fact))));
        }
    }

    private CoverageReport report(Path cases, LocalDate today) {
        Map<String, List<Gap>> unused = new LinkedHashMap<>();
        Map<String, Count> counts = new LinkedHashMap<>();
        List<Gap> literals = new ArrayList<>();
        rulebook.patterns().forEach(pattern -> count(counts, unused, TableNames.PATTERNS, pattern.id(), List.of()));
        rulebook.quantities().forEach(quantity -> count(counts, unused, TableNames.QUANTITIES, quantity.id(), List.of()));
        for (Row row : rulebook.rows()) {
            List<Literal> open = Literal.of(row.condition()).stream().filter(l -> !usedLiterals.contains(new Use(row.id(), l))).toList();
            count(counts, unused, TableNames.of(row), row.id(), Literal.of(row.condition()).stream().filter(l -> !open.contains(l)).toList());
            counts.computeIfPresent(TableNames.of(row), (table, c) -> new Count(table, c.rows(), c.usedRows(), c.literals() + open.size(), c.usedLiterals()));
            open.forEach(literal -> literals.add(new Gap(TableNames.of(row), row.id(), literal.toString())));
        }
        List<Gap> terms = rulebook.terms().stream().filter(term -> !usedTerms.contains(term))
                .map(term -> new Gap(TableNames.TERMS, term.word(), term.concept())).toList();
        counts.put(TableNames.TERMS, new Count(TableNames.TERMS, rulebook.terms().size(), rulebook.terms().size() - terms.size(), 0, 0));
        List<Gap> gaps = TableNames.ALL.stream().flatMap(table -> unused.getOrDefault(table, List.of()).stream()).toList();
        DatedList exceptions = new DatedList(CaseTable.read(cases, cases.resolve(TestCaseReader.EXCEPTIONS)), List.of("编号"), today);
        List<Gap> unlisted = gaps.stream().filter(gap -> !exceptions.entries().contains(List.of(gap.row()))).toList();
        Set<List<String>> open = gaps.stream().map(gap -> List.of(gap.row())).collect(Collectors.toSet());
        return new CoverageReport(TableNames.ALL.stream().filter(counts::containsKey).map(counts::get).toList(), unlisted, literals, terms,
                gaps.size() - unlisted.size(), exceptions.problems(open, "已经用到（或没有这一行）"));
    }

    private void count(Map<String, Count> counts, Map<String, List<Gap>> unused, String table, String row, List<Literal> used) {
        boolean usedRow = usedRows.contains(row);
        counts.merge(table, new Count(table, 1, usedRow ? 1 : 0, used.size(), used.size()), (a, b) -> new Count(table,
                a.rows() + b.rows(), a.usedRows() + b.usedRows(), a.literals() + b.literals(), a.usedLiterals() + b.usedLiterals()));
        if (!usedRow) {
            unused.computeIfAbsent(table, t -> new ArrayList<>()).add(new Gap(table, row, ""));
        }
    }
}
