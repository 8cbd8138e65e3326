package cn.jianwang.trial;

import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Trace;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.Fact;
import cn.jianwang.language.Reading;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries a release on the examples in its rows and on the test cases. */
public final class Trials {

    private static final Set<String> FACT_TABLES = Set.of("事实识别", "数量识别");

    private final Release release;
    /** Ids of status 试行: a case of one of them is tried as if everything on trial counted. */
    private final Set<String> onTrial;

    public Trials(Release release) {
        this.release = release;
        this.onTrial = release.rulebook().idsOnTrial();
    }

    /** @param cases folder of test cases; may be absent */
    public TrialReport run(Path cases) {
        List<Failure> failures = new ArrayList<>();
        List<Example> examples = release.rulebook().examples();
        examples.forEach(example -> tryExample(example, failures));
        List<TestCase> all = TestCaseReader.read(cases);
        Set<String> todo = TestCaseReader.todo(cases);
        for (TestCase testCase : all) {
            List<Failure> wrong = new ArrayList<>();
            tryCase(testCase, wrong);
            if (!todo.contains(testCase.id())) {
                failures.addAll(wrong);
            } else if (wrong.isEmpty()) {
                failures.add(new Failure(testCase.file(), testCase.line(), testCase.id(), testCase.get("事件内容"),
                        "登记为待改进", "已经判对，请从 todo.csv 删去"));
            }
        }
        return new TrialReport(examples.size(), all.size(), todo.size(), failures);
    }

    private void tryExample(Example example, List<Failure> failures) {
        Marked marked = Marked.of(example.text());
        GridEvent event = TestCase.event(example.row(), "", marked.text(), Channel.OTHER, List.of(), 0);
        Trace trace = release.rehearsal(event);
        String actual = FACT_TABLES.contains(example.table()) ? factOutcome(example, marked, trace) : rowOutcome(example, trace);
        if (actual != null) {
            failures.add(new Failure(example.file(), example.line(), example.row(), example.text(),
                    example.positive() ? "成立" : "不成立", actual));
        }
    }

    /** What went wrong with a fact example, or null. */
    private static String factOutcome(Example example, Marked marked, Trace trace) {
        List<Fact> found = trace.facts().stream().filter(f -> f.name().equals(example.expectation()) && f.isAsserted()).toList();
        if (!example.positive()) {
            return found.stream().anyMatch(f -> f.source().equals(example.row())) ? "认定了「" + example.expectation() + "」" : null;
        }
        if (found.isEmpty()) {
            return "没有认定「" + example.expectation() + "」；认定的是 "
                   + trace.facts().stream().filter(Fact::isAsserted).map(Fact::name).distinct().collect(Collectors.joining("、"));
        }
        Reading reading = trace.reading();
        boolean covered = marked.spans().stream().allMatch(span -> found.stream().anyMatch(f ->
                reading.text().originalStart(f.start()) <= span.start() && span.end() <= reading.text().originalEnd(f.end())));
        return covered ? null : "证据是「" + reading.quote(found.get(0).start(), found.get(0).end()) + "」，没有盖住标出的文字";
    }

    private static String rowOutcome(Example example, Trace trace) {
        boolean holds = trace.holding().stream().map(Row::id).anyMatch(example.row()::equals);
        if (holds == example.positive()) {
            return null;
        }
        return (holds ? "成立了" : "没有成立") + "；事实：" + trace.segments().values();
    }

    private void tryCase(TestCase testCase, List<Failure> failures) {
        Decision decision = onTrial.contains(testCase.get("考哪条")) ? release.rehearse(testCase.event()) : release.decide(testCase.event());
        List<String> wrong = new ArrayList<>();
        expect(wrong, "档位", testCase.list("期望档位"), decision.tier().name());
        expect(wrong, "领域", testCase.list("期望领域"), decision.domains().isEmpty() ? "" : decision.domains().get(0));
        List<String> types = decision.leads().stream().map(Decision.Lead::leadType).toList();
        if (!testCase.list("期望线索").isEmpty() && testCase.list("期望线索").stream().noneMatch(types::contains)) {
            wrong.add("线索 " + types);
        }
        expect(wrong, "去向", testCase.list("期望去向"), decision.handoff() == null ? "" : decision.handoff().code());
        expect(wrong, "紧急", testCase.list("期望紧急"), decision.urgency().name());
        Set<String> rules = decision.leads().stream().flatMap(l -> l.rules().stream()).collect(Collectors.toSet());
        decision.excluded().forEach(e -> rules.add(e.rule()));
        testCase.list("须触发").stream().filter(id -> !rules.contains(id)).forEach(id -> wrong.add("未触发 " + id));
        testCase.list("不得触发").stream().filter(rules::contains).forEach(id -> wrong.add("触发了 " + id));
        if (!wrong.isEmpty()) {
            failures.add(new Failure(testCase.file(), testCase.line(), testCase.id(),
                    testCase.get("标题") + testCase.get("事件内容"), expectation(testCase), String.join("；", wrong)));
        }
    }

    private static void expect(List<String> wrong, String what, List<String> allowed, String actual) {
        if (!allowed.isEmpty() && !allowed.contains(actual)) {
            wrong.add(what + " " + (actual.isEmpty() ? "无" : actual));
        }
    }

    private static String expectation(TestCase testCase) {
        return List.of("期望档位", "期望领域", "期望线索", "期望去向", "期望紧急", "须触发", "不得触发").stream()
                .filter(column -> !testCase.get(column).isEmpty())
                .map(column -> column.replace("期望", "") + " " + testCase.get(column)).collect(Collectors.joining("；"));
    }

    /** An example without its marks, and what they enclosed. */
    private record Marked(String text, List<Decision.Span> spans) {

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
