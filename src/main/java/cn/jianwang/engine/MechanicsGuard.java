package cn.jianwang.engine;

import cn.jianwang.rulebook.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a DRL file before it is compiled: it may import only what the mechanics need, and name no type that it did not
 * import. What it then can do is what the imported types offer; files, processes and reflection are out of its reach.
 */
final class MechanicsGuard {

    static final String PACKAGE = "cn.jianwang.mechanics";
    /** All that mechanics may know. */
    static final Set<String> IMPORTS = importable(Seen.class, Found.class, Derived.class, Cube.class, Blocked.class, Stage.class,
            Journal.class, Struck.class, Holds.class);

    private static final String CODE = "M01";
    private static final String TITLE = "引擎机制越界";
    /** A chain of names, such as {@code Stage.Gate.排除}, {@code journal.lead} or {@code $cube.getRow}. */
    private static final Pattern CHAIN = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\s*\\.\\s*[\\p{L}_$][\\p{L}\\p{N}_$]*)*");
    /** Ways into code that is not written here, and to classes by their name. */
    private static final Set<String> REFUSED = Set.of("eval", "function", "declare", "class", "getClass", "forName", "dialect",
            "loadClass", "newInstance", "invoke", "kcontext", "from", "accumulate", "acc", "query", "unit", "import", "package");
    /** What a consequence may ask of the engine itself. */
    private static final Set<String> ENGINE_CALLS = Set.of("insert", "update", "delete");
    /** Ways to hide code from a reader of the text: Java resolves escaped characters before it looks for quotes. */
    private static final List<String> DISGUISES = List.of("\\u", "\"\"\"");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);

    private final String file;
    private final Set<String> imported = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private MechanicsGuard(String file) {
        this.file = file;
    }

    private static Set<String> importable(Class<?>... types) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(types).forEach(type -> names.add(type.getName()));
        return names;
    }

    /** All that a file may not hold, in the order of its lines. */
    static List<Problem> check(String file, String drl) {
        MechanicsGuard guard = new MechanicsGuard(file);
        String[] raw = drl.split("\n", -1);
        for (int i = 0; i < raw.length; i++) {
            guard.disguises(i + 1, raw[i]);
        }
        String[] lines = blanked(drl).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            guard.line(i + 1, lines[i].strip());
        }
        return guard.problems;
    }

    /** Comments and texts become blanks, so that lines keep their numbers. */
    private static String blanked(String drl) {
        return COMMENT_OR_TEXT.matcher(drl).replaceAll(match -> Matcher.quoteReplacement(match.group().replaceAll("[^\\n]", " ")));
    }

    private void line(int number, String line) {
        if (line.matches("package\\b.*")) {
            String name = line.substring("package".length()).replace(";", "").strip();
            if (!name.equals(PACKAGE)) {
                problem(number, "包名是「" + name + "」", "写成 package " + PACKAGE);
            }
        } else if (line.matches("import\\b.*")) {
            imports(number, line.substring("import".length()).replace(";", "").strip());
        } else {
            CHAIN.matcher(line).results().forEach(chain -> chain(number, chain.group().split("\\s*\\.\\s*")));
        }
    }

    private void disguises(int number, String line) {
        for (String disguise : DISGUISES) {
            if (line.contains(disguise)) {
                problem(number, "写了 " + disguise + "，会让人看不出真正的代码", "直接写出那个字，文字用一对双引号括起");
            }
        }
    }

    private void imports(int number, String name) {
        if (IMPORTS.contains(name)) {
            imported.add(name.substring(name.lastIndexOf('.') + 1));
        } else {
            problem(number, "引入了「" + name + "」，不在许可之列", "只许引入 " + String.join("、", IMPORTS));
        }
    }

    private void chain(int number, String[] names) {
        for (String name : names) {
            if (REFUSED.contains(name)) {
                problem(number, "用了「" + name + "」，引擎机制里不许用", "只写模式和对 journal 的报告，其他做法请改 Java 代码并经测试");
                return;
            }
        }
        if (names[0].equals("drools") && (names.length != 2 || !ENGINE_CALLS.contains(names[1]))) {
            problem(number, "用了「" + String.join(".", names) + "」，引擎机制里不许用", "对引擎只许 drools.insert、drools.update、drools.delete");
            return;
        }
        for (int i = 0; i < names.length; i++) {
            boolean type = names[i].charAt(0) >= 'A' && names[i].charAt(0) <= 'Z';
            if (type && !imported.contains(names[0])) {
                problem(number, "用了没有引入的类「" + String.join(".", names) + "」", "只许用引入过的类，可引入的有 " + String.join("、", IMPORTS));
                return;
            }
        }
    }

    private void problem(int line, String message, String mend) {
        problems.add(new Problem(CODE, TITLE, "引擎机制", file, line, "", "", message, mend));
    }
}
