package cn.jianwang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Without the rows that are reported the lexicon finds the same, and no row can be spared any more. */
class DuplicateTermCheckTest {

    @Property(tries = 500)
    void exactlyTheRowsThatCanBeSparedAreReported(@ForAll long seed) {
        Random random = new Random(seed);
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(TestRows.row(Schema.词库, i, "词语", random.nextBoolean() ? "黑水" : "污水", "概念", random.nextBoolean() ? "水" : "排放",
                    "匹配", random.nextBoolean() ? "整词" : "字串", "状态", random.nextInt(4) == 0 ? "草稿" : "正式"));
        }
        Set<Integer> spared = new DuplicateTermCheck(new Tables(TestRows.tables(rows))).problems().stream().map(Problem::line)
                .collect(Collectors.toSet());
        List<TableRow> kept = rows.stream().filter(row -> !spared.contains(row.line())).toList();
        assertThat(finds(kept)).isEqualTo(finds(rows));
        for (TableRow row : kept) {
            if (row.get("状态").equals("正式")) {
                assertThat(finds(kept.stream().filter(other -> other != row).toList())).as("%s", rows).isNotEqualTo(finds(rows));
            }
        }
        assertThat(spared).allMatch(line -> rows.get(line - 2).get("状态").equals("正式"));
    }

    /** What is found, as a word of its own or inside another. */
    private static Set<String> finds(List<TableRow> rows) {
        Set<String> finds = new HashSet<>();
        rows.stream().filter(row -> row.get("状态").equals("正式")).forEach(row -> {
            finds.add(row.get("概念") + " " + row.get("词语") + " 独立");
            if (row.get("匹配").equals("字串")) {
                finds.add(row.get("概念") + " " + row.get("词语") + " 夹在别的词里");
            }
        });
        return finds;
    }
}
