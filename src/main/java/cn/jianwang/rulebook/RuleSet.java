package cn.jianwang.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rule files of a folder as people edit them, in their canonical form; nothing is said of whether they are sound. */
public final class RuleSet {

    private final SortedMap<String, RuleFile> files = new TreeMap<>();

    /** Of files with different paths. */
    public RuleSet(Collection<RuleFile> files) {
        for (RuleFile file : files) {
            if (this.files.put(file.path(), file) != null) {
                throw new IllegalArgumentException("two files " + file.path());
            }
        }
    }

    /** The files in the order of their paths. */
    public List<RuleFile> files() {
        return List.copyOf(files.values());
    }

    /** The files of a table in the order of their paths. */
    public List<RuleFile> files(Schema table) {
        return files.values().stream().filter(file -> file.table() == table).toList();
    }

    public Optional<RuleFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSet set && files.equals(set.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    /** Reads a folder. */
    public static Reading read(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        TableReader reader = new TableReader(root, problems);
        List<TableFile> read = new ArrayList<>();
        for (Schema table : Schema.values()) {
            read.addAll(reader.files(table));
        }
        return new Reading(read, problems.stream().sorted().toList());
    }

    /** What stands in a folder. */
    public static final class Reading {

        private final List<TableFile> read;
        private final List<Problem> problems;
        private final RuleSet rules;

        private Reading(List<TableFile> read, List<Problem> problems) {
            this.read = read;
            this.problems = problems;
            this.rules = new RuleSet(read.stream().map(file -> new RuleFile(file.schema(), file.path(),
                    file.rows().stream().map(row -> cells(file.schema(), row)).filter(row -> saysSomething(file.schema(), row)).toList()))
                    .toList());
        }

        /** A row of nothing but separators says nothing. */
        private static boolean saysSomething(Schema table, List<String> cells) {
            return RuleFile.row(table, cells).stream().anyMatch(cell -> !cell.isEmpty());
        }

        private static List<String> cells(Schema table, TableRow row) {
            return table.columns().stream().map(column -> row.get(column.title())).toList();
        }

        /** The files; one that is not whole holds only what could be read. */
        public RuleSet rules() {
            return rules;
        }

        /** What keeps files from being read as a whole, and cells that are dangerous. Sorted. */
        public List<Problem> problems() {
            return problems;
        }

        /** Paths of files that hold more than {@link #rules()} says: they must not be written over. */
        public List<String> damaged() {
            return read.stream().filter(file -> !file.whole()).map(TableFile::path).sorted().toList();
        }

        List<TableFile> tableFiles() {
            return read;
        }

        /** Where in {@link #rules()} a problem of this folder sits; empty where it concerns no row. */
        public Optional<Place> place(Problem problem) {
            return read.stream().filter(file -> file.path().equals(problem.file())).findFirst().flatMap(file -> {
                for (int i = 0; i < file.rows().size(); i++) {
                    TableRow row = file.rows().get(i);
                    if (row.line() == problem.line()) {
                        return Optional.of(new Place(file.path(), i, column(file, row, problem.cell())));
                    }
                }
                return Optional.empty();
            });
        }

        private static int column(TableFile file, TableRow row, String cell) {
            List<Column> columns = file.schema().columns();
            for (int i = 0; i < columns.size(); i++) {
                Integer index = file.header().get(columns.get(i).title());
                if (index != null && (TableRow.sheetColumn(index) + row.sheetRow()).equals(cell)) {
                    return i;
                }
            }
            return 0;
        }
    }

    /**
     * A cell of a file.
     *
     * @param row    number of the row, from 0
     * @param column number of the column in the order of the table, from 0; 0 for a whole row
     */
    public record Place(String path, int row, int column) {
    }

    /**
     * Writes files of a folder so that each of them is at any time either wholly old or wholly new. All are prepared
     * before the first is put in place.
     *
     * @param contents bytes by path
     */
    public static void write(Path folder, Map<String, byte[]> contents) {
        Map<Path, Path> prepared = new HashMap<>();
        try {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(contents).entrySet()) {
                Path target = folder.resolve(entry.getKey());
                Files.createDirectories(target.getParent());
                Path waiting = target.resolveSibling("." + target.getFileName() + ".writing");
                prepared.put(target, waiting);
                Files.write(waiting, entry.getValue());
                keepPermissions(target, waiting);
            }
            for (Map.Entry<Path, Path> entry : prepared.entrySet()) {
                Files.move(entry.getValue(), entry.getKey(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            prepared.values().forEach(RuleSet::discard);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (old != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        }
    }

    private static void discard(Path waiting) {
        try {
            Files.deleteIfExists(waiting);
        } catch (IOException e) {
            waiting.toFile().deleteOnExit();
        }
    }
}
