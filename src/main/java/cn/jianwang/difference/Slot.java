package cn.jianwang.difference;

import cn.jianwang.rulebook.RuleTables.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row through both rule sets, with the numbers of the edits that lead from its old to its new form. */
final class Slot {

    /** An edit number that stands for no edit. */
    static final int NONE = -1;

    /** The row in the old rules; null where it is new. */
    final Entry old;
    /** The row in the new rules; null where it is gone. */
    final Entry now;
    /** Number of the edit that adds or removes the row. */
    int whole = NONE;
    /** Number of the edit that moves the row. */
    int move = NONE;
    /** Numbers of the edits of cells, by column. */
    final Map<String, Integer> cells = new LinkedHashMap<>();
    /** Places in both tables: how many rows that keep their order stand before it, and which row it is. */
    int oldGap;
    int newGap;
    int oldRank;
    int newRank;
    /** Whether it keeps its order among the rows that are in both tables. */
    boolean steady;

    Slot(Entry old, Entry now) {
        this.old = old;
        this.now = now;
    }

    boolean edited() {
        return whole != NONE || move != NONE || !cells.isEmpty();
    }

    /** Numbers of all edits of the row. */
    List<Integer> edits() {
        List<Integer> all = new ArrayList<>(cells.values());
        if (whole != NONE) {
            all.add(whole);
        }
        if (move != NONE) {
            all.add(move);
        }
        return all;
    }

    /** The forms that a cell can have: one where it is the same in both rule sets. */
    List<Entry> forms() {
        return old == null ? List.of(now) : now == null ? List.of(old) : edited() ? List.of(old, now) : List.of(old);
    }

    /** The row after some edits; null where it is not there. */
    Entry after(BitSet applied) {
        if (old == null) {
            return applied.get(whole) ? now : null;
        }
        if (now == null) {
            return applied.get(whole) ? null : old;
        }
        Map<String, String> changed = new HashMap<>();
        cells.forEach((column, number) -> {
            if (applied.get(number)) {
                changed.put(column, now.get(column));
            }
        });
        return changed.isEmpty() ? old : old.with(changed);
    }

    /** Whether, after some edits, the row stands where the new rules have it. */
    boolean standsAsNew(BitSet applied) {
        return old == null || now != null && move != NONE && applied.get(move);
    }
}
