package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 重复 and 被遮蔽 in the lexicon: the same word twice in one concept. As 字串 it is found wherever it is found as 整词;
 * beside it, the 整词 row only tells the segmenter of the word.
 */
final class DuplicateTermCheck {

    private static final String ANYWHERE = "字串";

    private final Tables tables;

    DuplicateTermCheck(Tables tables) {
        this.tables = tables;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Map<List<String>, TableRow> kept = new HashMap<>();
        tables.deciding(Schema.词库).forEach(row -> {
            TableRow other = kept.putIfAbsent(List.of(row.get("词语"), row.get("概念")), row);
            if (other != null) {
                boolean wider = row.get("匹配").equals(ANYWHERE) && !other.get("匹配").equals(ANYWHERE);
                TableRow needless = wider ? other : row;
                TableRow stays = wider ? row : other;
                kept.put(List.of(row.get("词语"), row.get("概念")), stays);
                boolean same = row.get("匹配").equals(other.get("匹配"));
                problems.add(needless.problem(same ? Mistake.W01 : Mistake.W02, "词语", "「" + row.get("词语") + "」在概念「" + row.get("概念")
                        + "」里已经有了（" + stays.file() + " 第 " + stays.sheetRow() + " 行，" + stays.get("匹配") + "）"
                        + (same ? "" : "，这一行认不出更多，只影响分词"), "删去这一行"));
            }
        });
        return problems;
    }
}
