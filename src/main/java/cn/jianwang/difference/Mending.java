package cn.jianwang.difference;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleTables;
import cn.jianwang.rulebook.RuleTables.Entry;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which edits can mend what is wrong with a rule set between two sound ones: those of the row itself, and those that
 * bring or take a name that the row uses. Every sound set of edits above an unsound one holds one of them.
 */
final class Mending {

    private static final Set<String> FIRST_HIT = Set.of("分流表");
    private static final Set<String> SOURCES = Set.of("事实推导", "事实识别", "数量识别");

    private final Map<String, Set<Integer>> byKey = new HashMap<>();
    private final Map<String, Set<Integer>> byName = new HashMap<>();
    private final Map<String, Set<Integer>> byTable = new HashMap<>();
    private final Map<String, Set<String>> namesByKey = new HashMap<>();

    Mending(RuleEdits edits) {
        for (TableEdits table : edits.tables()) {
            List<String> columns = RuleTables.columns(table.table());
            for (Slot slot : table.slots()) {
                if (slot.edited()) {
                    slot.edits().forEach(edit -> {
                        add(byTable, table.table(), edit);
                        slot.forms().forEach(form -> add(byKey, form.key(), edit));
                        slot.forms().forEach(form -> names(table.table(), form).forEach(name -> add(byName, name, edit)));
                    });
                }
                if (!table.table().equals(TableEdits.LEXICON)) {
                    slot.forms().forEach(form -> columns.forEach(column ->
                            namesByKey.computeIfAbsent(form.key(), k -> new HashSet<>()).addAll(form.items(column))));
                }
            }
        }
    }

    /** Numbers of the edits that can mend a problem, beyond those that are applied. */
    Set<Integer> of(Problem problem, BitSet applied) {
        Set<Integer> found = new TreeSet<>(byKey.getOrDefault(problem.row(), Set.of()));
        namesByKey.getOrDefault(problem.row(), Set.of()).forEach(name -> found.addAll(byName.getOrDefault(name, Set.of())));
        if (FIRST_HIT.contains(problem.table())) {
            found.addAll(byTable.getOrDefault(problem.table(), Set.of()));
        }
        if (SOURCES.contains(problem.table())) {
            SOURCES.forEach(table -> found.addAll(byTable.getOrDefault(table, Set.of())));
        }
        found.removeIf(applied::get);
        return found;
    }

    /** What a row defines for others: its key, and the concept of a word. */
    private static List<String> names(String table, Entry entry) {
        return table.equals(TableEdits.LEXICON) ? List.of(entry.get("概念")) : List.of(entry.key());
    }

    private static void add(Map<String, Set<Integer>> map, String key, int edit) {
        map.computeIfAbsent(key, k -> new TreeSet<>()).add(edit);
    }
}
