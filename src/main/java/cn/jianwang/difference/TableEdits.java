package cn.jianwang.difference;

import cn.jianwang.difference.Edit.Kind;
import cn.jianwang.rulebook.RuleTables;
import cn.jianwang.rulebook.RuleTables.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The edits of one table. Rows are the same where their id is; words of the lexicon, which have none, where word and
 * concept are. Any set of the edits can be applied: none gives the old table, all give the new one.
 */
final class TableEdits {

    static final String LEXICON = "词库";
    private static final String ROUTING = "分流表";
    /** Where the first row that fits wins, or where the order of rows is seen in a decision. */
    private static final Set<String> ORDERED = Set.of("领域词表", "事实识别", "数量识别", "线索规则", "移送去向", "专项标签", "管辖表",
            "权力清单", "对外回执");

    private final String table;
    private final List<Slot> slots;

    private TableEdits(String table, List<Slot> slots) {
        this.table = table;
        this.slots = slots;
    }

    /** Compares the rows of a table and appends the edits. */
    static TableEdits between(String table, List<Entry> old, List<Entry> now, List<Edit> edits) {
        List<Slot> slots = pair(table, old, now);
        if (isOrdered(table, old, now)) {
            place(slots, old, now);
        } else {
            slots.forEach(slot -> slot.steady = slot.old != null && slot.now != null);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                slot.oldGap = slot.newGap = slot.oldRank = slot.newRank = i;
            }
        }
        slots.forEach(slot -> number(table, slot, edits));
        return new TableEdits(table, slots);
    }

    String table() {
        return table;
    }

    List<Slot> slots() {
        return slots;
    }

    boolean edited() {
        return slots.stream().anyMatch(Slot::edited);
    }

    /** The same edits over fewer rows that have none. */
    TableEdits keeping(Predicate<Slot> wanted) {
        return new TableEdits(table, slots.stream().filter(slot -> slot.edited() || wanted.test(slot)).toList());
    }

    /** The rows after some edits. */
    List<Entry> after(BitSet applied) {
        record Placed(Entry entry, int gap, int side, int rank) {
        }
        List<Placed> placed = new ArrayList<>(slots.size());
        for (Slot slot : slots) {
            Entry entry = slot.after(applied);
            if (entry != null) {
                boolean asNew = slot.standsAsNew(applied);
                placed.add(new Placed(entry, asNew ? slot.newGap : slot.oldGap, slot.steady ? 2 : asNew ? 1 : 0,
                        asNew ? slot.newRank : slot.oldRank));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::gap).thenComparingInt(Placed::side).thenComparingInt(Placed::rank));
        return placed.stream().map(Placed::entry).toList();
    }

    private static List<Slot> pair(String table, List<Entry> old, List<Entry> now) {
        Map<String, List<Entry>> waiting = new LinkedHashMap<>();
        now.forEach(entry -> waiting.computeIfAbsent(identity(entry), k -> new ArrayList<>()).add(entry));
        List<Slot> slots = new ArrayList<>();
        List<Entry> gone = new ArrayList<>();
        Map<String, List<Entry>> before = new LinkedHashMap<>();
        old.forEach(entry -> before.computeIfAbsent(identity(entry), k -> new ArrayList<>()).add(entry));
        before.forEach((identity, entries) -> {
            List<Entry> partners = waiting.getOrDefault(identity, new ArrayList<>());
            List<Entry> unlike = new ArrayList<>();
            for (Entry entry : entries) {
                Entry same = partners.stream().filter(p -> changedColumns(entry, p).isEmpty()).findFirst().orElse(null);
                if (same == null) {
                    unlike.add(entry);
                } else {
                    partners.remove(same);
                    slots.add(new Slot(entry, same));
                }
            }
            unlike.forEach(entry -> {
                if (partners.isEmpty()) {
                    gone.add(entry);
                } else {
                    slots.add(new Slot(entry, partners.remove(0)));
                }
            });
        });
        List<Entry> come = waiting.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        if (table.equals(LEXICON)) {
            pairByWord(gone, come, slots);
        }
        gone.forEach(entry -> slots.add(new Slot(entry, null)));
        come.forEach(entry -> slots.add(new Slot(null, entry)));
        return slots;
    }

    /** A word that left one concept and came to another was edited, if there is no doubt which is which. */
    private static void pairByWord(List<Entry> gone, List<Entry> come, List<Slot> slots) {
        Map<String, List<Entry>> byWord = come.stream().collect(Collectors.groupingBy(Entry::key));
        Map<String, List<Entry>> left = gone.stream().collect(Collectors.groupingBy(Entry::key));
        left.forEach((word, entries) -> {
            List<Entry> partners = byWord.getOrDefault(word, List.of());
            if (entries.size() == 1 && partners.size() == 1) {
                slots.add(new Slot(entries.get(0), partners.get(0)));
                gone.remove(entries.get(0));
                come.remove(partners.get(0));
            }
        });
    }

    private static String identity(Entry entry) {
        return entry.table().equals(LEXICON) ? entry.key() + "\u0000" + entry.get("概念") : entry.key();
    }

    private static List<String> changedColumns(Entry old, Entry now) {
        return RuleTables.columns(old.table()).stream()
                .filter(c -> !old.get(c).equals(now.get(c)) && !old.meaning(c).equals(now.meaning(c))).toList();
    }

    private static boolean isOrdered(String table, List<Entry> old, List<Entry> now) {
        return ORDERED.contains(table) || table.equals(ROUTING) && (hasTies(old) || hasTies(now));
    }

    private static boolean hasTies(List<Entry> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream().anyMatch(row -> !seen.add(row.meaning("顺序")));
    }

    /** Finds the largest set of rows that keep their order; every other row stands between two of them. */
    private static void place(List<Slot> slots, List<Entry> old, List<Entry> now) {
        Map<Entry, Integer> oldRanks = ranks(old);
        Map<Entry, Integer> newRanks = ranks(now);
        slots.forEach(slot -> {
            slot.oldRank = slot.old == null ? Slot.NONE : oldRanks.get(slot.old);
            slot.newRank = slot.now == null ? Slot.NONE : newRanks.get(slot.now);
        });
        List<Slot> both = slots.stream().filter(slot -> slot.old != null && slot.now != null)
                .sorted(Comparator.comparingInt(slot -> slot.oldRank)).toList();
        List<Slot> steady = longestRising(both);
        steady.forEach(slot -> slot.steady = true);
        int[] steadyOld = steady.stream().mapToInt(slot -> slot.oldRank).toArray();
        int[] steadyNew = steady.stream().mapToInt(slot -> slot.newRank).toArray();
        slots.forEach(slot -> {
            slot.oldGap = before(steadyOld, slot.oldRank);
            slot.newGap = before(steadyNew, slot.newRank);
        });
    }

    private static Map<Entry, Integer> ranks(List<Entry> rows) {
        Map<Entry, Integer> ranks = new IdentityHashMap<>();
        rows.forEach(row -> ranks.put(row, ranks.size()));
        return ranks;
    }

    private static int before(int[] ascending, int rank) {
        int at = Arrays.binarySearch(ascending, rank);
        return at >= 0 ? at : -at - 1;
    }

    private static List<Slot> longestRising(List<Slot> byOldRank) {
        List<Slot> tails = new ArrayList<>();
        Map<Slot, Slot> previous = new HashMap<>();
        for (Slot slot : byOldRank) {
            int at = before(tails.stream().mapToInt(tail -> tail.newRank).toArray(), slot.newRank);
            if (at > 0) {
                previous.put(slot, tails.get(at - 1));
            }
            if (at == tails.size()) {
                tails.add(slot);
            } else {
                tails.set(at, slot);
            }
        }
        List<Slot> rising = new ArrayList<>();
        for (Slot slot = tails.isEmpty() ? null : tails.get(tails.size() - 1); slot != null; slot = previous.get(slot)) {
            rising.add(0, slot);
        }
        return rising;
    }

    private static void number(String table, Slot slot, List<Edit> edits) {
        Entry shown = slot.now == null ? slot.old : slot.now;
        if (slot.old == null || slot.now == null) {
            slot.whole = edits.size();
            edits.add(new Edit(slot.old == null ? Kind.加行 : Kind.删行, table, shown.file(), shown.key(), name(shown), "",
                    cells(slot.old), cells(slot.now)));
            return;
        }
        for (String column : changedColumns(slot.old, slot.now)) {
            slot.cells.put(column, edits.size());
            edits.add(new Edit(Kind.改格, table, shown.file(), slot.old.key(), name(shown), column, slot.old.get(column),
                    slot.now.get(column)));
        }
        if (!slot.steady) {
            slot.move = edits.size();
            edits.add(new Edit(Kind.移行, table, shown.file(), shown.key(), name(shown), "", slot.old.file() + " 第 " + slot.old.line() + " 行",
                    slot.now.file() + " 第 " + slot.now.line() + " 行"));
        }
    }

    private static String name(Entry entry) {
        for (String column : List.of("规则名", "名称", "事实", "概念", "标签", "法律名称", "检察院名称", "事项")) {
            if (RuleTables.columns(entry.table()).contains(column)) {
                return entry.get(column);
            }
        }
        return "";
    }

    private static String cells(Entry entry) {
        return entry == null ? "" : RuleTables.columns(entry.table()).stream().filter(column -> !entry.get(column).isEmpty())
                .map(column -> column + "＝" + entry.get(column)).collect(Collectors.joining("，"));
    }
}
