package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 名称不在词表: departments, agencies and domains are names of closed vocabularies, wherever they stand. */
final class VocabularyCheck {

    private static final Map<String, Schema> VOCABULARIES = new LinkedHashMap<>();

    static {
        VOCABULARIES.put("承办部门", Schema.部门词表);
        VOCABULARIES.put("主管机关", Schema.机关词表);
        VOCABULARIES.put("监管主管", Schema.机关词表);
        VOCABULARIES.put("处罚实施", Schema.机关词表);
        VOCABULARIES.put("领域", Schema.领域词表);
    }

    private final Tables tables;

    VocabularyCheck(Tables tables) {
        this.tables = tables;
    }

    /** The names in a cell; of a cell of nothing but separators, which names nothing that is known, the cell itself. */
    static List<String> names(TableRow row, String column) {
        List<String> names = row.list(column);
        return names.isEmpty() && !row.get(column).isEmpty() ? List.of(row.get(column)) : names;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        VOCABULARIES.forEach((column, vocabulary) -> {
            Set<String> known = new LinkedHashSet<>(tables.all(vocabulary).stream().map(TableRow::key).toList());
            Tables.having(column).flatMap(schema -> tables.all(schema).stream()).forEach(row -> names(row, column).stream()
                    .filter(name -> !known.contains(name)).forEach(name -> problems.add(row.problem(Mistake.E02, column,
                            "「" + name + "」不在" + vocabulary.name() + "里" + Spelling.suggestion(name, known),
                            "改成已有的名称；若确是新的，先在 " + vocabulary.path() + " 加一行"))));
        });
        return problems;
    }
}
