package cn.jianwang.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files in a rules folder that look like rules but would never be read. */
final class StrayFiles {

    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xls", "et", "ett", "xlt", "xltx", "ods");
    private static final Set<String> MACROS = Set.of("xlsm", "xltm", "xlsb", "xlam");
    private static final Set<String> TEXTS = Set.of("txt", "tsv");

    private final Path root;

    StrayFiles(Path root) {
        this.root = root;
    }

    /** Whether a file of a table folder is one of its files. */
    static boolean isTable(Path file) {
        return !isPassing(file) && file.getFileName().toString().endsWith(".csv");
    }

    /** Lock and temporary files, which spreadsheets leave while a file is open. */
    private static boolean isPassing(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("~$") || name.startsWith(".");
    }

    List<Problem> problems() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile).filter(file -> !isPassing(file)).forEach(file -> check(file).ifPresent(problems::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    private Optional<Problem> check(Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<Schema> table = Arrays.stream(Schema.values()).filter(schema -> holds(schema, name)).findFirst();
        if (MACROS.contains(extension)) {
            return Optional.of(problem(table, name, "带宏的工作簿一律不收", "在 WPS 中打开（不要启用宏），另存为“CSV UTF-8（逗号分隔）”后放回，删去这个文件"));
        }
        if (WORKBOOKS.contains(extension)) {
            String mend = extension.equals("xlsx") ? "如果是 rules export 导出的工作簿，移出规则文件夹，用 rules import 导入；否则在 WPS 中另存为“CSV UTF-8（逗号分隔）”后放回"
                    : "在 WPS 中另存为“CSV UTF-8（逗号分隔）”后放回，删去这个文件";
            return Optional.of(problem(table, name, "这里只放 CSV 文件", mend));
        }
        if (TEXTS.contains(extension) && table.isPresent()) {
            return Optional.of(problem(table, name, "这里只放 CSV 文件", "在 WPS 中打开，另存为“CSV UTF-8（逗号分隔）”后放回"));
        }
        if (!extension.equals("csv")) {
            return Optional.empty();
        }
        if (table.isEmpty()) {
            return Optional.of(problem(table, name, "没有这张表，这个文件不会被读取" + suggestion(name),
                    "放进所属的文件夹（文件夹里不能再套文件夹），或者删去"));
        }
        return name.endsWith(".csv") ? Optional.empty()
                : Optional.of(problem(table, name, "扩展名是大写，这个文件不会被读取", "把扩展名改成小写的 .csv"));
    }

    private static String suggestion(String name) {
        Optional<Schema> folder = Arrays.stream(Schema.values()).filter(Schema::isFolder)
                .filter(schema -> name.startsWith(schema.path()) || (name + "/").replace(".csv/", "/").equals(schema.path())).findFirst();
        List<String> files = Arrays.stream(Schema.values()).filter(schema -> !schema.isFolder()).map(Schema::path).toList();
        return folder.map(schema -> "，是不是想放进「" + schema.path() + "」？").orElseGet(() -> Spelling.suggestion(name, files));
    }

    private static boolean holds(Schema schema, String name) {
        return schema.isFolder() ? name.startsWith(schema.path()) && name.indexOf('/', schema.path().length()) < 0
                : name.equalsIgnoreCase(schema.path());
    }

    private static Problem problem(Optional<Schema> table, String name, String message, String mend) {
        return new Problem(Mistake.E10.name(), Mistake.E10.title(), table.map(Schema::name).orElse("规则文件夹"), name, 0, "", "",
                message, mend);
    }
}
