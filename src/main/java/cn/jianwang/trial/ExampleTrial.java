package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Reading;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An example is tried on the row that holds it: whether it finds its fact, or whether its condition holds. */
record ExampleTrial(Example example, Marked marked) implements Trial {

    private static final Set<String> FACT_TABLES = Set.of(TableNames.PATTERNS, TableNames.QUANTITIES);

    static ExampleTrial of(Example example) {
        return new ExampleTrial(example, Marked.of(example.text()));
    }

    @Override
    public String id() {
        return example.row();
    }

    @Override
    public String row() {
        return example.row();
    }

    @Override
    public GridEvent event() {
        return TestCase.event(example.row(), marked.text());
    }

    /** Whether a row of the judging tables, rather than a way to a fact, is tried. */
    boolean triesCondition() {
        return !FACT_TABLES.contains(example.table());
    }

    @Override
    public Failure failure(Release release, CaseFile file) {
        String actual = triesCondition() ? rowOutcome(release, file) : factOutcome(file);
        return actual == null ? null : new Failure(example.file(), example.line(), example.row(), example.text(),
                example.positive() ? "成立" : "不成立", actual);
    }

    private String factOutcome(CaseFile file) {
        List<Fact> found = file.facts().stream().filter(f -> f.name().equals(example.expectation()) && f.isAsserted()).toList();
        if (!example.positive()) {
            return found.stream().anyMatch(f -> f.source().equals(example.row())) ? "认定了「" + example.expectation() + "」" : null;
        }
        if (found.isEmpty()) {
            return "没有认定「" + example.expectation() + "」；认定的是 "
                   + file.facts().stream().filter(Fact::isAsserted).map(Fact::name).distinct().collect(Collectors.joining("、"));
        }
        Reading reading = file.reading();
        boolean covered = marked.spans().stream().allMatch(span -> found.stream().anyMatch(f ->
                reading.text().originalStart(f.start()) <= span.start() && span.end() <= reading.text().originalEnd(f.end())));
        return covered ? null : "证据是「" + reading.quote(found.get(0).start(), found.get(0).end()) + "」，没有盖住标出的文字";
    }

    private String rowOutcome(Release release, CaseFile file) {
        boolean holds = false;
        for (Row row : release.rulebook().rows()) {
            holds |= row.id().equals(example.row()) && release.holds(row, file);
        }
        if (holds == example.positive()) {
            return null;
        }
        return (holds ? "成立了" : "没有成立") + "；事实：" + file.segments().stream().map(file::names).toList();
    }

    /** An example without its marks, and what they enclosed. */
    record Marked(String text, List<Decision.Span> spans) {

        static Marked of(String example) {
            StringBuilder text = new StringBuilder();
            List<Decision.Span> spans = new ArrayList<>();
            int open = 0;
            for (char c : example.toCharArray()) {
                if (c == '【') {
                    open = text.length();
                } else if (c == '】') {
                    spans.add(new Decision.Span(open, text.length()));
                } else {
                    text.append(c);
                }
            }
            return new Marked(text.toString(), spans);
        }
    }
}
