package cn.jianwang.trial;

import cn.jianwang.decision.CaseFile;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A test case is tried on the whole decision. */
record CaseTrial(TestCase testCase) implements Trial {

    /** What a case may expect; a blank expectation is not checked. */
    static final List<String> EXPECTATIONS = List.of("期望档位", "期望领域", "期望线索", "期望去向", "期望紧急", "须触发", "不得触发", "差一步");
    private static final String LACKS = "\\s*缺\\s*";
    private static final String OR = "\\s+或\\s+";

    @Override
    public String id() {
        return testCase.id();
    }

    @Override
    public String row() {
        return testCase.get("考哪条");
    }

    @Override
    public GridEvent event() {
        return testCase.event();
    }

    boolean expectsNearMisses() {
        return !testCase.get("差一步").isEmpty();
    }

    @Override
    public Failure failure(Release release, CaseFile file) {
        List<String> wrong = wrong(release.decide(file));
        return wrong.isEmpty() ? null : new Failure(testCase.file(), testCase.line(), testCase.id(),
                testCase.get("标题") + testCase.get("事件内容"), expectation(), String.join("；", wrong));
    }

    private List<String> wrong(Decision decision) {
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
        testCase.list("差一步").stream().filter(near -> decision.nearMisses().stream().noneMatch(n -> matches(near, n)))
                .forEach(near -> wrong.add("没有差一步 " + near + "，差一步的是 " + decision.nearMisses().stream()
                        .map(n -> n.rule() + " 缺 " + String.join(" 或 ", n.missing())).collect(Collectors.joining("、", "[", "]"))));
        return wrong;
    }

    private static void expect(List<String> wrong, String what, List<String> allowed, String actual) {
        if (!allowed.isEmpty() && !allowed.contains(actual)) {
            wrong.add(what + " " + (actual.isEmpty() ? "无" : actual));
        }
    }

    /** Written as 编号 alone, or 编号 缺 事实, or 编号 缺 甲 或 乙; a fact name may have 或 inside. */
    private static boolean matches(String expected, Decision.NearMiss near) {
        String[] parts = expected.split(LACKS, 2);
        return parts[0].equals(near.rule())
               && (parts.length == 1 || Set.of(parts[1].split(OR)).equals(new HashSet<>(near.missing())));
    }

    private String expectation() {
        return EXPECTATIONS.stream().filter(column -> !testCase.get(column).isEmpty())
                .map(column -> column.replace("期望", "") + " " + testCase.get(column)).collect(Collectors.joining("；"));
    }

    /** The row ids that the case names, for finding cases whose rules are gone. */
    List<String> namedRows() {
        List<String> named = new ArrayList<>(testCase.list("须触发"));
        named.addAll(testCase.list("不得触发"));
        testCase.list("差一步").forEach(near -> named.add(Arrays.asList(near.split(LACKS)).get(0)));
        return named;
    }
}
