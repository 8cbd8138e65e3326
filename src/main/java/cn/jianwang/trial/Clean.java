package cn.jianwang.trial;

import cn.jianwang.decision.Decision;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries a release on texts that must hit nothing. */
public final class Clean {

    private Clean() {
    }

    /**
     * @param texts    number of texts tried
     * @param hits     number of hits, known ones included
     * @param failures hits that are not known, and known hits that are expired, gone or without a reason
     */
    public record Report(int texts, int hits, List<Failure> failures) {

        public Report {
            failures = List.copyOf(failures);
        }

        public boolean passed() {
            return failures.isEmpty();
        }
    }

    /** @param cases folder of test cases, with its clean folder and known-noise.csv. @param today against which known hits expire */
    public static Report run(Release release, Path cases, LocalDate today) {
        List<TestCase> texts = TestCaseReader.clean(cases);
        Set<String> leadRows = release.rulebook().rows().stream().filter(row -> row.effect() instanceof Effect.Lead).map(Row::id)
                .collect(Collectors.toSet());
        DatedList noise = new DatedList(CaseTable.read(cases, cases.resolve(TestCaseReader.NOISE)), List.of("编号", "规则"), today);
        List<Decision> decisions = Workers.map(texts, text -> release.decide(text.event()));
        Set<List<String>> hits = new LinkedHashSet<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            TestCase text = texts.get(i);
            Decision decision = decisions.get(i);
            decision.leads().stream().flatMap(lead -> lead.rules().stream()).filter(leadRows::contains).distinct().forEach(rule -> {
                List<String> hit = List.of(text.id(), rule);
                hits.add(hit);
                if (!noise.entries().contains(hit)) {
                    failures.add(new Failure(text.file(), text.line(), text.id(), text.get("标题") + text.get("事件内容"), "什么也不命中",
                            "命中 " + rule + "，判为 " + decision.tier() + "；收紧规则，一时改不好的登记到 " + noise.table().name()));
                }
            });
        }
        failures.addAll(noise.problems(hits, "这段文字已不命中这条规则（或没有这段文字）"));
        return new Report(texts.size(), hits.size(), failures);
    }
}
