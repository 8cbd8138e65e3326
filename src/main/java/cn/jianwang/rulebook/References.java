package cn.jianwang.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks every cell of a row against its column and the closed vocabularies. */
final class References {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?( 0?0:00(:00)?)?");
    private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}(\\.0)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+?\\d{1,3}");
    private static final Pattern CODE = Pattern.compile("\\d{6}(\\d{3}|\\d{6})?");

    private final List<Problem> problems;
    private final Set<String> facts;
    private final Set<String> concepts;
    private final Set<String> domains;
    private final Set<String> leadTypes;
    private final Set<String> basis;
    private final Set<String> ids = new HashSet<>();

    References(List<Problem> problems, Collection<String> facts, Collection<String> concepts, Collection<String> domains,
               Collection<String> leadTypes, Collection<String> basis) {
        this.problems = problems;
        this.facts = new HashSet<>(facts);
        this.concepts = new HashSet<>(concepts);
        this.domains = new HashSet<>(domains);
        this.leadTypes = new HashSet<>(leadTypes);
        this.basis = new HashSet<>(basis);
    }

    /** Whether the row is free of errors. */
    boolean accepts(TableRow row) {
        int before = problems.size();
        for (Column column : row.schema().columns()) {
            String cell = row.get(column.title());
            if (cell.isEmpty()) {
                if (column.required()) {
                    add(row, Mistake.E03, column, "这一格不能空着", "填上：" + column.help());
                }
                continue;
            }
            check(row, column, cell);
        }
        return problems.size() == before;
    }

    private void check(TableRow row, Column column, String cell) {
        if (SCIENTIFIC.matcher(cell).matches()) {
            add(row, Mistake.E12, column, "「" + cell + "」是被表格软件改成科学计数的编码，末几位已经丢失",
                    "把这一列设为“文本”格式，再从原表重新复制编码");
            return;
        }
        switch (column.kind()) {
            case ID -> checkId(row, column, cell);
            case CHOICE -> checkOption(row, column, cell);
            case CHOICES -> row.list(column.title()).forEach(item -> checkOption(row, column, item));
            case FACT -> checkName(row, column, cell, facts, "事实词表", "先在 vocabulary/facts 加一行");
            case FACTS -> row.list(column.title())
                    .forEach(item -> checkName(row, column, item, facts, "事实词表", "先在 vocabulary/facts 加一行"));
            case CONCEPTS -> row.list(column.title())
                    .forEach(item -> checkName(row, column, item, concepts, "词库的概念", "先在 lexicon 里给这个词组加词语"));
            case LEAD -> checkName(row, column, cell, leadTypes, "线索类型词表", "先在 vocabulary/lead-types.csv 加一行");
            case LEADS -> row.list(column.title()).forEach(item -> checkScope(row, column, item));
            case BASIS -> row.list(column.title())
                    .forEach(item -> checkName(row, column, item, basis, "法律依据表", "先在 legal-basis.csv 加一行并核对原文"));
            case DATE -> {
                if (date(cell).isEmpty()) {
                    add(row, Mistake.E05, column, "「" + cell + "」不是一个日期" + serial(cell), "写成 2026-01-31 这样");
                }
            }
            case NUMBER -> {
                if (number(cell).isEmpty()) {
                    add(row, Mistake.E09, column, "「" + cell + "」不是数字", "只填数字，不带单位");
                }
            }
            case CODE -> checkCode(row, column, cell);
            case EXAMPLES -> row.examples(column.title()).forEach(example -> checkMarks(row, column, example));
            default -> { }
        }
    }

    private void checkId(TableRow row, Column column, String cell) {
        if (!ID.matcher(cell).matches()) {
            add(row, Mistake.E07, column, "「" + cell + "」不能作编号", "用字母开头，只用字母、数字和连字符，如 GY01-01-03");
        } else if (!ids.add(cell)) {
            add(row, Mistake.E06, column, "编号「" + cell + "」已经用过", "换一个没有用过的编号；停用的编号也不能再用");
        }
    }

    private void checkOption(TableRow row, Column column, String item) {
        if (!column.options().contains(item)) {
            add(row, Mistake.E04, column, "「" + item + "」不在选项里" + Spelling.suggestion(item, column.options()),
                    "只能填：" + String.join("、", column.options()));
        }
    }

    private void checkName(TableRow row, Column column, String item, Set<String> known, String vocabulary, String remedy) {
        if (!known.contains(item)) {
            add(row, Mistake.E02, column, "「" + item + "」不在" + vocabulary + "里" + Spelling.suggestion(item, known),
                    "改成已有的名称；若确是新的，" + remedy);
        }
    }

    private void checkScope(TableRow row, Column column, String item) {
        if (!item.equals("*") && !domains.contains(item) && !leadTypes.contains(item)) {
            add(row, Mistake.E02, column, "「" + item + "」不是领域或线索类型" + Spelling.suggestion(item, leadTypes),
                    "填 *、领域编码（如 GY01）或线索类型编码（如 GY01-01）");
        }
    }

    private void checkCode(TableRow row, Column column, String cell) {
        if (!CODE.matcher(cell).matches()) {
            add(row, Mistake.E12, column, "「" + cell + "」不是 6、9 或 12 位编码", "补足前导零，按文本填写");
        }
    }

    private void checkMarks(TableRow row, Column column, String example) {
        int depth = 0;
        for (int i = 0; i < example.length(); i++) {
            depth += example.charAt(i) == '【' ? 1 : example.charAt(i) == '】' ? -1 : 0;
            if (depth < 0 || depth > 1) {
                break;
            }
        }
        if (depth != 0) {
            add(row, Mistake.E19, column, "「" + TableReader.shorten(example) + "」里的【】没有成对", "每个【都要有一个】，不能嵌套");
        }
    }

    private void add(TableRow row, Mistake mistake, Column column, String message, String mend) {
        problems.add(row.problem(mistake, column.title(), message, mend));
    }

    static Optional<LocalDate> date(String cell) {
        Matcher matcher = DATE.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** What a spreadsheet means by the number that it keeps for a day. */
    private static String serial(String cell) {
        return SERIAL.matcher(cell).matches()
                ? "，像是表格软件的日期序号，即 " + SERIAL_ZERO.plusDays(Integer.parseInt(cell.substring(0, 5))) : "";
    }

    static Optional<Double> number(String cell) {
        return NUMBER.matcher(cell).matches() ? Optional.of(Double.parseDouble(cell.replace(",", ""))) : Optional.empty();
    }

}
