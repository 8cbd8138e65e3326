package cn.jianwang.workbook;

import cn.jianwang.rulebook.Problem;
import cn.jianwang.rulebook.RuleFile;
import cn.jianwang.rulebook.RuleSet;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.RulesDifference;
import cn.jianwang.rulebook.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What importing a workbook into a rules folder would change, worked out before anything is written.
 *
 * <p>Each file goes its own way: where only the workbook changed since the export, the workbook's is taken; where only
 * the folder changed, the folder's is kept; where both did, someone has to look.
 */
public final class WorkbookImport {

    private final RuleSet before;
    private final RuleSet after;
    private final List<Problem> problems;
    private final List<String> notices;

    private WorkbookImport(RuleSet before, RuleSet after, List<Problem> problems, List<String> notices) {
        this.before = before;
        this.after = after;
        this.problems = problems;
        this.notices = notices;
    }

    /** Reads a workbook against a folder. Writes nothing to it. */
    public static WorkbookImport plan(Path workbook, Path folder) {
        String name = workbook.getFileName().toString();
        try {
            WorkbookReader.Content content = WorkbookReader.read(workbook);
            return new Plan(content, name, folder).make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would change, row by row and cell by cell; empty where problems kept the workbook from being understood. */
    public RulesDifference difference() {
        return RulesDifference.between(before, after);
    }

    /** What must be mended before anything can be written; cells are those of the workbook where it holds them. */
    public List<Problem> problems() {
        return problems;
    }

    /** What the person should know besides. */
    public List<String> notices() {
        return notices;
    }

    /**
     * Writes the files that change.
     *
     * @return their paths
     * @throws IllegalStateException where there are problems
     */
    public List<String> apply(Path folder) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("problems are left");
        }
        Map<String, byte[]> changed = new TreeMap<>();
        for (RuleFile file : after.files()) {
            if (!before.file(file.path()).equals(Optional.of(file))) {
                changed.put(file.path(), file.bytes());
            }
        }
        RuleSet.write(folder, changed);
        return List.copyOf(changed.keySet());
    }

    /** The way from a workbook and a folder to the files that both agree on. */
    private static final class Plan {

        private final WorkbookReader.Content content;
        private final String name;
        private final Path folder;
        private final RuleSet.Reading reading;
        private final List<Problem> problems;
        private final List<String> notices;
        private final Map<String, RuleFile> taken = new TreeMap<>();

        Plan(WorkbookReader.Content content, String name, Path folder) {
            this.content = content;
            this.name = name;
            this.folder = folder;
            this.reading = RuleSet.read(folder);
            this.problems = new ArrayList<>(content.problems());
            this.notices = new ArrayList<>(content.notices());
        }

        WorkbookImport make() throws IOException {
            RuleSet before = reading.rules();
            if (!reading.damaged().isEmpty()) {
                reading.problems().stream().filter(problem -> reading.damaged().contains(problem.file())).forEach(problems::add);
            }
            if (!problems.isEmpty()) {
                return new WorkbookImport(before, before, List.copyOf(problems), List.copyOf(notices));
            }
            if (content.prints().isEmpty()) {
                notices.add("工作簿里没有导出时的指纹，看不出导出之后别人有没有改过规则；请核对下面每一处改动");
            }
            Map<String, RuleFile> files = new TreeMap<>();
            before.files().forEach(file -> files.put(file.path(), file));
            for (String path : paths(before)) {
                choose(path, before).ifPresent(file -> files.put(path, file));
            }
            RuleSet after = new RuleSet(files.values());
            problems.addAll(check(after));
            return new WorkbookImport(before, after, List.copyOf(problems), List.copyOf(notices));
        }

        /** Files of the tables that the workbook holds. */
        private TreeSet<String> paths(RuleSet before) {
            TreeSet<String> paths = new TreeSet<>(content.files().keySet());
            content.tables().forEach(table -> before.files(table).forEach(file -> paths.add(file.path())));
            return paths;
        }

        private Optional<RuleFile> choose(String path, RuleSet before) {
            Optional<RuleFile> here = before.file(path);
            String exported = content.prints().isEmpty() ? here.map(FilePrint::of).orElse("") : content.prints().getOrDefault(path, "");
            RuleFile theirs = content.files().get(path);
            if (theirs == null && exported.isEmpty()) {
                return here;
            }
            if (theirs == null) {
                Schema table = content.tables().stream().filter(schema -> path.startsWith(schema.path())).findFirst().orElseThrow();
                theirs = new RuleFile(table, path, List.of());
            }
            if (here.equals(Optional.of(theirs))) {
                return here;
            }
            boolean folderChanged = !here.map(FilePrint::of).orElse("").equals(exported);
            boolean workbookChanged = !FilePrint.of(theirs).equals(exported);
            if (!workbookChanged) {
                notices.add(path + " 导出之后在规则文件夹里改过，工作簿没有改它，保留文件夹里的");
                return here;
            }
            if (folderChanged) {
                problems.add(WorkbookMistake.G08.problem(theirs.table().name(), path, "", "", "导出之后，规则文件夹里和工作簿里都改了这个文件",
                        "重新导出一份，把自己的改动照着差异再改一遍"));
            }
            taken.put(path, theirs);
            return Optional.of(theirs);
        }

        /** The problems that the rules would have, told by the cells of the workbook. */
        private List<Problem> check(RuleSet after) throws IOException {
            Path trial = Files.createTempDirectory("jianwang-import");
            try {
                Map<String, byte[]> contents = new TreeMap<>();
                after.files().forEach(file -> contents.put(file.path(), file.bytes()));
                RuleSet.write(trial, contents);
                for (Schema table : Schema.values()) {
                    if (table.isFolder()) {
                        Files.createDirectories(trial.resolve(table.path()));
                    }
                }
                RuleSet.Reading read = RuleSet.read(trial);
                return RulebookReader.inspect(trial).problems().stream().map(problem -> inWorkbook(problem, read)).toList();
            } finally {
                discard(trial);
            }
        }

        private Problem inWorkbook(Problem problem, RuleSet.Reading read) {
            if (!taken.containsKey(problem.file())) {
                return problem;
            }
            Optional<RuleSet.Place> place = read.place(problem);
            List<Integer> rows = content.sheetRows().getOrDefault(problem.file(), List.of());
            if (place.isEmpty() || place.get().row() >= rows.size()) {
                return problem;
            }
            Schema table = taken.get(problem.file()).table();
            int column = content.headers().get(table).get(table.columns().get(place.get().column()).title());
            return new Problem(problem.code(), problem.title(), problem.table(), name, 0,
                    problem.cell().isEmpty() ? "" : SheetShape.letters(column) + rows.get(place.get().row()), problem.row(),
                    problem.message(), problem.mend());
        }

        private static void discard(Path folder) throws IOException {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
