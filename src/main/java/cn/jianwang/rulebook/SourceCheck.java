package cn.jianwang.rulebook;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 事实没有来源: a fact that deciding rows ask for, but that no row recognises or derives and no field says. */
final class SourceCheck {

    private final Tables tables;

    SourceCheck(Tables tables) {
        this.tables = tables;
    }

    List<Problem> problems() {
        Set<String> sourced = new HashSet<>(FieldFact.all());
        List.of(Schema.事实识别, Schema.数量识别, Schema.事实推导)
                .forEach(schema -> tables.deciding(schema).forEach(row -> sourced.add(row.get("事实"))));
        Set<String> vocabulary = new LinkedHashSet<>(tables.all(Schema.事实词表).stream().map(TableRow::key).toList());
        Map<String, Set<String>> users = new LinkedHashMap<>();
        Tables.judging().flatMap(tables::deciding).forEach(row -> Tables.facts(row, vocabulary)
                .forEach(fact -> users.computeIfAbsent(fact, f -> new LinkedHashSet<>()).add(row.key())));
        return tables.all(Schema.事实词表).stream().filter(row -> users.containsKey(row.key()) && !sourced.contains(row.key()))
                .map(row -> row.problem(Mistake.E15, "事实", "「" + row.key() + "」被 " + some(users.get(row.key()))
                        + "用到，却没有一行能认定它" + Spelling.suggestion(row.key(), sourced),
                        "在 fact-patterns、quantities.csv 或 derived-facts.csv 里加一行状态为正式的，或在用它的行里改用别的事实"))
                .toList();
    }

    private static String some(Set<String> ids) {
        String first = String.join("、", ids.stream().limit(3).toList());
        return ids.size() > 3 ? first + " 等 " + ids.size() + " 行" : first + " ";
    }
}
