package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 词组没有词语: a deciding row recognises by a concept of which no word decides. */
final class WordCheck {

    private final Tables tables;

    WordCheck(Tables tables) {
        this.tables = tables;
    }

    List<Problem> problems() {
        Set<String> worded = tables.deciding(Schema.词库).map(row -> row.get("概念")).collect(Collectors.toSet());
        Set<String> known = tables.all(Schema.词库).stream().map(row -> row.get("概念")).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        Stream.of(Schema.事实识别, Schema.数量识别).flatMap(tables::deciding).forEach(row -> {
            for (Column column : row.schema().columns()) {
                if (column.kind() == Column.Kind.CONCEPTS) {
                    row.list(column.title()).stream().filter(concept -> known.contains(concept) && !worded.contains(concept))
                            .forEach(concept -> problems.add(row.problem(Mistake.E14, column.title(), "词组「" + concept
                                    + "」没有一个状态为正式的词语" + Spelling.suggestion(concept, worded),
                                    "在 lexicon 里给它加词语，或把它的词语改为正式，或从这一格删去")));
                }
            }
        });
        return problems;
    }
}
