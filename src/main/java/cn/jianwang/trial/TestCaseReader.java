package cn.jianwang.trial;

import cn.jianwang.event.AppealPurpose;
import cn.jianwang.event.Channel;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables of the test-cases folder. */
final class TestCaseReader {

    static final String CLEAN = "clean";
    static final String TODO = "todo.csv";
    static final String NOISE = "known-noise.csv";
    static final String EXCEPTIONS = "coverage-exceptions.csv";
    private static final Set<String> LISTS = Set.of(TODO, NOISE, EXCEPTIONS);
    private static final List<String> FIXED = List.of("编号", "考哪条", "标题", "事件内容", "渠道", "地点", "诉求目的", "处置", "催办",
            "说明");

    private TestCaseReader() {
    }

    /** Ids of cases that are known to come out wrong, from todo.csv. */
    static Set<String> todo(Path folder) {
        return CaseTable.read(folder, folder.resolve(TODO)).lines().stream().map(line -> line.get("编号")).collect(Collectors.toSet());
    }

    /** All cases, files in path order; the clean corpus is left out. Empty where the folder does not exist. */
    static List<TestCase> read(Path folder) {
        return tables(folder, false).stream().flatMap(table -> cases(table).stream()).toList();
    }

    /** The texts that must hit nothing. */
    static List<TestCase> clean(Path folder) {
        return tables(folder, true).stream().flatMap(table -> cases(table).stream()).toList();
    }

    /** Whatever in the case tables would be passed over in silence: columns, channels, numbers, rows that do not exist. */
    static List<Failure> problems(Path folder, Rulebook rulebook) {
        List<Failure> problems = new ArrayList<>();
        Set<String> rows = rulebook.rows().stream().map(Row::id).collect(Collectors.toSet());
        for (CaseTable table : tables(folder, false)) {
            for (String column : table.header()) {
                if (!column.isEmpty() && !FIXED.contains(column) && !CaseTrial.EXPECTATIONS.contains(column)) {
                    problems.add(new Failure(table.name(), 1, "", "表头", "列名只能是 " + String.join("、", FIXED) + "、"
                            + String.join("、", CaseTrial.EXPECTATIONS), "不认识的列「" + column + "」，改名或删去"));
                }
            }
            for (TestCase testCase : cases(table)) {
                check(testCase, rows).forEach(wrong -> problems.add(new Failure(testCase.file(), testCase.line(), testCase.id(),
                        testCase.get("标题") + testCase.get("事件内容"), "案例写法正确", wrong)));
            }
        }
        return problems;
    }

    private static List<String> check(TestCase testCase, Set<String> rows) {
        List<String> wrong = new ArrayList<>();
        String channel = testCase.get("渠道");
        if (!channel.isEmpty() && Arrays.stream(Channel.values()).noneMatch(c -> c.title().equals(channel))) {
            wrong.add("渠道「" + channel + "」不认识，只能填 " + Arrays.stream(Channel.values()).map(Channel::title).collect(Collectors.joining("、")));
        }
        String purpose = testCase.get("诉求目的");
        if (!purpose.isEmpty() && Arrays.stream(AppealPurpose.values()).noneMatch(p -> p.name().equals(purpose))) {
            wrong.add("诉求目的「" + purpose + "」不认识，只能填 " + Arrays.stream(AppealPurpose.values()).map(Enum::name).collect(Collectors.joining("、")));
        }
        if (!testCase.get("催办").matches("[0-9]{0,4}")) {
            wrong.add("催办「" + testCase.get("催办") + "」不是次数，填 0 以上的整数");
        }
        new CaseTrial(testCase).namedRows().stream().filter(id -> !rows.contains(id) && !id.equals("语境"))
                .forEach(id -> wrong.add("规则表里没有生效的 " + id + "，改成现有编号，或删去"));
        return wrong;
    }

    private static List<TestCase> cases(CaseTable table) {
        return table.lines().stream().map(line -> new TestCase(table.name(), line.number(), line.cells()))
                .filter(testCase -> !(testCase.get("事件内容") + testCase.get("标题")).isEmpty()).toList();
    }

    private static List<CaseTable> tables(Path folder, boolean clean) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".csv") && folder.relativize(path).startsWith(CLEAN) == clean
                            && !LISTS.contains(folder.relativize(path).toString()))
                    .sorted().map(path -> CaseTable.read(folder, path)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
