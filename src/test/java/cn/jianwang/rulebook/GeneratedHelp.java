package cn.jianwang.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The part of rules/README.md that is written from the tables and the kinds of mistakes. */
final class GeneratedHelp {

    static final String BEGIN = "<!-- 以下由程序按表的定义生成，不要手改 -->";
    static final String END = "<!-- 生成的部分到此为止 -->";

    private GeneratedHelp() {
    }

    /** The page with its generated part renewed. The marks must be there, once each. */
    static String renewed(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin || page.indexOf(BEGIN, begin + 1) >= 0 || page.indexOf(END, end + 1) >= 0) {
            throw new IllegalArgumentException("页面里要有一对标记：" + BEGIN + " " + END);
        }
        return page.substring(0, begin) + BEGIN + "\n\n" + text() + "\n" + page.substring(end);
    }

    private static String text() {
        List<String> lines = new ArrayList<>();
        lines.add("## 每一列填什么");
        lines.add("");
        lines.add("列的先后不限；标 ● 的必须填。");
        for (Schema schema : Schema.values()) {
            lines.add("");
            lines.add("### " + schema.name() + " `" + schema.path() + "`");
            lines.add("");
            lines.add("| 列 | 必填 | 填什么 | 写法 |");
            lines.add("|---|---|---|---|");
            schema.columns().forEach(column -> lines.add("| " + column.title() + " | " + (column.required() ? "●" : "") + " | "
                    + column.help() + " | " + form(column) + " |"));
        }
        lines.add("");
        lines.add("## 检查会说什么");
        lines.add("");
        lines.add("错误不改完，规则不能发布、服务不会换上；提醒不影响发布。`rules check` 列出错误，`rules check --reminders` 连提醒也逐条列出。");
        lines.add("");
        lines.add("| 代码 | 说的是 | 影响 |");
        lines.add("|---|---|---|");
        List<Mistake> mistakes = Arrays.stream(Mistake.values())
                .sorted(Comparator.comparing((Mistake m) -> "EXW".indexOf(m.name().charAt(0))).thenComparing(Mistake::name)).toList();
        for (Mistake mistake : mistakes) {
            lines.add("| " + mistake.name() + " | " + mistake.title() + " | " + (mistake.name().startsWith("W") ? "提醒" : "错误") + " |");
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String form(Column column) {
        return switch (column.kind()) {
            case TEXT -> "文字";
            case ID -> "编号，如 `GY01-01-03`";
            case CHOICE -> "只能填其一：" + options(column);
            case CHOICES -> "可填几个，用 ； 隔开：" + options(column);
            case FACT -> "事实名";
            case FACTS -> "事实名，几个用 ； 隔开";
            case CONCEPTS -> "概念名，几个用 ； 隔开";
            case LEAD -> "线索类型编码，如 `GY01-01`";
            case LEADS -> "`*`、领域编码或线索类型编码，几个用 ； 隔开";
            case BASIS -> "法律依据编号，几个用 ； 隔开";
            case WORDS -> "几个用 ； 隔开";
            case PHRASES -> "几句用 ； 隔开，句中可以有 、";
            case DATE -> "日期，如 `2026-01-31`";
            case NUMBER -> "只写数字，不带单位";
            case CODE -> "6、9 或 12 位数字，单元格设成文本";
            case EXAMPLES -> "句子，几个用 ｜ 隔开";
        };
    }

    private static String options(Column column) {
        return column.options().stream().map(option -> "`" + option + "`").collect(Collectors.joining(" "));
    }
}
