package cn.jianwang.difference;

import cn.jianwang.difference.Edit.Kind;
import cn.jianwang.rulebook.RuleTables;
import cn.jianwang.rulebook.RuleTables.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The edits that lead from one rules folder to another. Differences that only a spreadsheet sees (blanks, separators,
 * order of items or of rows where it decides nothing, a row in another file) are none. Immutable.
 */
public final class RuleEdits {

    private final Path oldFolder;
    private final Path newFolder;
    private final RuleTables oldTables;
    private final RuleTables newTables;
    private final List<Edit> edits;
    private final List<TableEdits> tables;
    private final int mechanics;

    private RuleEdits(Path oldFolder, Path newFolder, RuleTables oldTables, RuleTables newTables, List<Edit> edits,
                      List<TableEdits> tables, int mechanics) {
        this.oldFolder = oldFolder;
        this.newFolder = newFolder;
        this.oldTables = oldTables;
        this.newTables = newTables;
        this.edits = edits;
        this.tables = tables;
        this.mechanics = mechanics;
    }

    /**
     * Compares two rules folders.
     *
     * @throws cn.jianwang.rulebook.RulesException where a file of either cannot be read as a table
     */
    public static RuleEdits between(Path oldFolder, Path newFolder) {
        RuleTables old = RuleTables.read(oldFolder);
        RuleTables now = RuleTables.read(newFolder);
        List<Edit> edits = new ArrayList<>();
        List<TableEdits> tables = new ArrayList<>();
        for (String table : RuleTables.titles()) {
            tables.add(TableEdits.between(table, old.rows(table), now.rows(table), edits));
        }
        Set<String> changed = changedMechanics(oldFolder, newFolder);
        int mechanics = Slot.NONE;
        if (!changed.isEmpty()) {
            mechanics = edits.size();
            edits.add(new Edit(Kind.机制, "引擎机制", String.join("、", changed), "", "", "", "", ""));
        }
        return new RuleEdits(oldFolder, newFolder, old, now, List.copyOf(edits), List.copyOf(tables), mechanics);
    }

    /** All edits, by table, row and column. */
    public List<Edit> edits() {
        return edits;
    }

    Path oldFolder() {
        return oldFolder;
    }

    Path newFolder() {
        return newFolder;
    }

    RuleTables oldTables() {
        return oldTables;
    }

    RuleTables newTables() {
        return newTables;
    }

    List<TableEdits> tables() {
        return tables;
    }

    List<Slot> slots(String table) {
        return tables.stream().filter(t -> t.table().equals(table)).findFirst().orElseThrow().slots();
    }

    /** Number of the edit that stands for all changes of the mechanics, or {@link Slot#NONE}. */
    int mechanics() {
        return mechanics;
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, edits.size());
        return all;
    }

    /** The tables after some edits. */
    RuleTables after(BitSet applied) {
        Map<String, List<Entry>> changed = new LinkedHashMap<>();
        for (TableEdits table : tables) {
            if (table.edited() || table.table().equals(TableEdits.LEXICON)) {
                changed.put(table.table(), table.after(applied));
            }
        }
        return oldTables.with(changed);
    }

    /**
     * The same edits over a smaller lexicon: the words that some text holds, all edited words, and one word of every
     * concept, so that the names of concepts stay known. A word that no text holds has no part in any decision.
     */
    RuleEdits narrowedTo(Predicate<String> words) {
        Set<String> concepts = new HashSet<>();
        List<TableEdits> narrowed = tables.stream().map(table -> !table.table().equals(TableEdits.LEXICON) ? table
                : table.keeping(slot -> concepts.add(slot.old.get("概念")) | words.test(slot.old.key()))).toList();
        return new RuleEdits(oldFolder, newFolder, oldTables, newTables, edits, narrowed, mechanics);
    }

    private static Set<String> changedMechanics(Path oldFolder, Path newFolder) {
        Map<String, String> old = mechanics(oldFolder);
        Map<String, String> now = mechanics(newFolder);
        Set<String> changed = new TreeSet<>(old.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> old.getOrDefault(name, "").equals(now.getOrDefault(name, "")));
        return changed;
    }

    private static Map<String, String> mechanics(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("mechanics"))) {
            for (Path file : files.filter(p -> p.toString().endsWith(".drl")).toList()) {
                texts.put("mechanics/" + file.getFileName(), Files.readString(file, StandardCharsets.UTF_8).replace("\r", ""));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
