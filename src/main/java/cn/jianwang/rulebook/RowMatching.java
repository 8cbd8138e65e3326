package cn.jianwang.rulebook;

import cn.jianwang.rulebook.RulesDifference.Cell;
import cn.jianwang.rulebook.RulesDifference.Entry;
import cn.jianwang.rulebook.RulesDifference.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which row of a table was which before. Equal rows are matched first, those of the same file before others, then rows
 * that are named the same.
 */
final class RowMatching {

    private final Schema table;
    private final List<Place> old;
    private final List<Place> now;

    RowMatching(Schema table, List<RuleFile> before, List<RuleFile> after) {
        this.table = table;
        this.old = places(before);
        this.now = places(after);
    }

    /** A row where it stands, and its match. */
    private static final class Place {

        private final String file;
        private final int index;
        private final List<String> cells;
        private Place match;
        private boolean stays;

        Place(String file, int index, List<String> cells) {
            this.file = file;
            this.index = index;
            this.cells = cells;
        }
    }

    private static List<Place> places(List<RuleFile> files) {
        List<Place> places = new ArrayList<>();
        for (RuleFile file : files) {
            for (int i = 0; i < file.rows().size(); i++) {
                places.add(new Place(file.path(), i, file.rows().get(i)));
            }
        }
        return places;
    }

    List<Entry> entries() {
        match(place -> List.of(place.file, place.cells));
        match(place -> place.cells);
        if (table == Schema.词库) {
            match(place -> List.of(place.file, cell(place, "词语"), cell(place, "概念")));
            match(place -> List.of(cell(place, "词语"), cell(place, "概念")));
        }
        match(place -> List.of(place.file, key(place)));
        match(this::key);
        markThoseThatStay();
        Map<Place, Entry> gone = new HashMap<>();
        List<Place> order = new ArrayList<>();
        for (Place place : old) {
            if (place.match == null) {
                gone.put(place, new Entry(Kind.删除, table, place.file, key(place), cells(place.cells, null), ""));
                order.add(place);
            }
        }
        order.addAll(now);
        order.sort(Comparator.comparing((Place place) -> place.file).thenComparingInt(place -> place.index));
        List<Entry> entries = new ArrayList<>();
        for (Place place : order) {
            if (gone.containsKey(place)) {
                entries.add(gone.get(place));
            } else if (place.match == null) {
                entries.add(new Entry(Kind.新增, table, place.file, key(place), cells(null, place.cells), ""));
            } else if (!place.cells.equals(place.match.cells)) {
                entries.add(new Entry(Kind.改动, table, place.file, key(place), cells(place.match.cells, place.cells), from(place)));
            } else if (!place.stays) {
                entries.add(new Entry(Kind.移位, table, place.file, key(place), List.of(), from(place)));
            }
        }
        return entries;
    }

    private void match(Function<Place, Object> same) {
        Map<Object, Deque<Place>> open = new HashMap<>();
        for (Place place : old) {
            if (place.match == null) {
                open.computeIfAbsent(same.apply(place), key -> new ArrayDeque<>()).add(place);
            }
        }
        for (Place place : now) {
            Deque<Place> candidates = place.match == null ? open.get(same.apply(place)) : null;
            if (candidates != null && !candidates.isEmpty()) {
                place.match = candidates.poll();
                place.match.match = place;
            }
        }
    }

    /** In each file the longest run of rows whose order is as before stays; the others moved. */
    private void markThoseThatStay() {
        Map<String, List<Place>> byFile = new HashMap<>();
        for (Place place : now) {
            if (place.match != null && place.match.file.equals(place.file)) {
                byFile.computeIfAbsent(place.file, file -> new ArrayList<>()).add(place);
            }
        }
        byFile.values().forEach(RowMatching::markLongestRun);
    }

    private static void markLongestRun(List<Place> places) {
        int[] ends = new int[places.size()];
        int[] tops = new int[places.size()];
        int[] previous = new int[places.size()];
        int length = 0;
        for (int i = 0; i < places.size(); i++) {
            int found = Arrays.binarySearch(ends, 0, length, places.get(i).match.index);
            int at = found < 0 ? -found - 1 : found;
            ends[at] = places.get(i).match.index;
            tops[at] = i;
            previous[i] = at == 0 ? -1 : tops[at - 1];
            length = Math.max(length, at + 1);
        }
        for (int i = length == 0 ? -1 : tops[length - 1]; i >= 0; i = previous[i]) {
            places.get(i).stays = true;
        }
    }

    private String from(Place place) {
        if (place.stays) {
            return "";
        }
        if (!place.match.file.equals(place.file)) {
            return "原在 " + place.match.file;
        }
        return "原在第 " + (place.match.index + 1) + " 条，现在第 " + (place.index + 1) + " 条";
    }

    private String key(Place place) {
        return cell(place, table.key());
    }

    private String cell(Place place, String title) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).title().equals(title)) {
                return place.cells.get(i);
            }
        }
        throw new IllegalArgumentException(title);
    }

    private List<Cell> cells(List<String> before, List<String> after) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String was = before == null ? "" : before.get(i);
            String is = after == null ? "" : after.get(i);
            if (!was.equals(is)) {
                cells.add(new Cell(table.columns().get(i), was, is));
            }
        }
        return List.copyOf(cells);
    }
}
