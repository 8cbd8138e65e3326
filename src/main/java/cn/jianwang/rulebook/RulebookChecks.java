package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that need more than one cell. */
final class RulebookChecks {

    private static final Set<Schema> JUDGING = Set.of(Schema.事实推导, Schema.排除规则, Schema.线索规则, Schema.档位规则, Schema.成案指数,
            Schema.紧急程度, Schema.移送去向, Schema.分流表, Schema.专项标签);

    private final Map<Schema, List<TableRow>> tables;
    private final Rulebook rulebook;
    private final List<Problem> problems = new ArrayList<>();

    RulebookChecks(Map<Schema, List<TableRow>> tables, Rulebook rulebook) {
        this.tables = tables;
        this.rulebook = rulebook;
    }

    List<Problem> problems() {
        JUDGING.forEach(schema -> tables.get(schema).forEach(this::condition));
        tables.get(Schema.词库).forEach(this::term);
        tables.get(Schema.事实识别).forEach(this::pattern);
        tables.get(Schema.排除规则).forEach(this::targets);
        derivations();
        return problems;
    }

    /** Whether derivations have a meaning that does not depend on the order of rows; only then rows can be compared. */
    boolean derivationsAreSound() {
        return problems.stream().noneMatch(p -> p.code().equals(Mistake.E18.name()) || p.code().equals(Mistake.X04.name()));
    }

    private void condition(TableRow row) {
        Condition condition = RowReader.condition(row);
        if (condition.isContradictory()) {
            problems.add(row.problem(Mistake.E11, "不得有", "同一事实既要有又不得有，这一行永远不会成立", "从其中一格里删去"));
        }
        if (condition.all().size() > Condition.MOST_ALL) {
            problems.add(row.problem(Mistake.E17, "须全有", "有 " + condition.all().size() + " 项，最多 " + Condition.MOST_ALL + " 项",
                    "把其中几项在 derived-facts.csv 里合成一个中间事实"));
        }
        boolean needsCondition = row.schema() == Schema.线索规则 || row.schema() == Schema.排除规则 || row.schema() == Schema.事实推导;
        if (needsCondition && condition.all().isEmpty() && condition.any().isEmpty()) {
            problems.add(row.problem(Mistake.E03, "须全有", "须全有和须有其一都空着，会对一切成立", "至少写一个须有的事实"));
        }
    }

    private void term(TableRow row) {
        String word = row.get("词语");
        String literal = word.replace("…", "").replace("#", "");
        if (literal.isBlank()) {
            problems.add(row.problem(Mistake.E13, "词语", "只有通配符，没有字", "至少写一个实在的字"));
        }
    }

    private void pattern(TableRow row) {
        if (row.get("主体").isEmpty() && row.get("行为").isEmpty() && row.get("对象").isEmpty()) {
            problems.add(row.problem(Mistake.E03, "行为", "主体、行为、对象都空着", "至少填一个词组"));
        }
    }

    private void targets(TableRow row) {
        for (String target : row.list("排除对象")) {
            boolean known = target.equals("*") || rulebook.facts().containsKey(target) || rulebook.domains().containsKey(target)
                            || rulebook.leadTypes().containsKey(target);
            if (!known) {
                problems.add(row.problem(Mistake.E02, "排除对象", "「" + target + "」不是事实、领域或线索类型"
                                                                + Spelling.suggestion(target, rulebook.facts().keySet()), "填 *、领域编码、线索类型编码或事实名"));
            }
        }
    }

    /** A derived fact must not also be read from the text, nor rest on itself. */
    private void derivations() {
        Set<String> read = new HashSet<>(FieldFact.all());
        rulebook.patterns().forEach(p -> read.add(p.fact()));
        rulebook.quantities().forEach(q -> read.add(q.fact()));
        Set<String> derived = new HashSet<>();
        tables.get(Schema.事实推导).forEach(row -> derived.add(row.get("事实")));
        Map<String, Set<String>> needs = new HashMap<>();
        for (TableRow row : tables.get(Schema.事实推导)) {
            Condition condition = RowReader.condition(row);
            Set<String> own = needs.computeIfAbsent(row.get("事实"), f -> new HashSet<>());
            own.addAll(condition.all());
            own.addAll(condition.any());
            own.addAll(condition.none());
            if (read.contains(row.get("事实"))) {
                problems.add(row.problem(Mistake.E18, "事实", "「" + row.get("事实") + "」既由文字或登记字段认定又由推导得出", "推导另起一个事实名"));
            }
            condition.none().stream().filter(derived::contains).forEach(fact -> problems.add(row.problem(Mistake.X04, "不得有",
                    "「" + fact + "」本身是推导得出的，先推哪个结果会不同", "改成它所依据的事实，逐个写在不得有里")));
        }
        for (TableRow row : tables.get(Schema.事实推导)) {
            if (reaches(row.get("事实"), row.get("事实"), needs, new HashSet<>())) {
                problems.add(row.problem(Mistake.E18, "事实", "「" + row.get("事实") + "」绕一圈又要靠它自己", "去掉其中一步"));
            }
        }
    }

    private static boolean reaches(String from, String goal, Map<String, Set<String>> needs, Set<String> seen) {
        for (String next : needs.getOrDefault(from, Set.of())) {
            if (next.equals(goal) || seen.add(next) && reaches(next, goal, needs, seen)) {
                return true;
            }
        }
        return false;
    }
}
