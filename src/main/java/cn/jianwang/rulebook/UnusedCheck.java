package cn.jianwang.rulebook;

import cn.jianwang.language.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 没有用处: facts, concepts and legal bases that no row uses (rows of status 停用 do not count). */
final class UnusedCheck {

    private final Tables tables;

    UnusedCheck(Tables tables) {
        this.tables = tables;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(facts());
        problems.addAll(concepts());
        problems.addAll(legalBasis());
        return problems;
    }

    private List<Problem> facts() {
        Set<String> vocabulary = tables.all(Schema.事实词表).stream().map(TableRow::key).collect(Collectors.toSet());
        Set<String> used = Tables.judging().flatMap(tables::live).flatMap(row -> Tables.facts(row, vocabulary))
                .collect(Collectors.toCollection(HashSet::new));
        used.addAll(FieldFact.all());
        return tables.all(Schema.事实词表).stream().filter(row -> !used.contains(row.key()))
                .map(row -> row.problem(Mistake.W04, "事实", "没有一行规则用到「" + row.key() + "」",
                        "在规则里用上它；若不再需要，连同认定它的行一起删去"))
                .toList();
    }

    private List<Problem> concepts() {
        Set<String> used = Stream.of(Schema.事实识别, Schema.数量识别).flatMap(tables::live).flatMap(Tables::concepts)
                .collect(Collectors.toCollection(HashSet::new));
        Arrays.stream(Cue.values()).map(Cue::name).forEach(used::add);
        Map<String, List<TableRow>> words = new LinkedHashMap<>();
        tables.deciding(Schema.词库).filter(row -> !used.contains(row.get("概念")))
                .forEach(row -> words.computeIfAbsent(row.get("概念"), c -> new ArrayList<>()).add(row));
        List<Problem> problems = new ArrayList<>();
        words.forEach((concept, rows) -> problems.add(rows.get(0).problem(Mistake.W05, "概念",
                "没有一行识别用到词组「" + concept + "」，它的 " + rows.size() + " 个词语只影响分词",
                "在 fact-patterns 或 quantities.csv 里用上它；若不再需要，删去它的词语")));
        return problems;
    }

    private List<Problem> legalBasis() {
        Set<String> used = Tables.having("依据").flatMap(tables::live).flatMap(row -> row.list("依据").stream())
                .collect(Collectors.toCollection(HashSet::new));
        tables.all(Schema.法律依据).forEach(row -> used.add(row.get("替代为")));
        return tables.all(Schema.法律依据).stream().filter(row -> !used.contains(row.key()))
                .map(row -> row.problem(Mistake.W06, "编号", "没有一行规则引用「" + row.key() + "」", "在规则的依据格里用上它；若不再需要，删去这一行"))
                .toList();
    }
}
