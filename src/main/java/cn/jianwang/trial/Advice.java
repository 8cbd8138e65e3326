package cn.jianwang.trial;

import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Schema;
import java.util.Set;

/** Says which case would notice that something is missing. */
final class Advice {

    private Advice() {
    }

    static String on(Mutant mutant) {
        if (mutant instanceof Mutant.LiteralGone gone) {
            return literal(gone.old(), gone.literal());
        } else if (mutant instanceof Mutant.RowGone gone) {
            return row(gone.old());
        } else if (mutant instanceof Mutant.TermGone gone) {
            return "写一个例子或案例，只靠词语「" + gone.old().word() + "」认出词组「" + gone.old().concept() + "」";
        }
        return "写一个案例或另一行的例子，其中的事实只有 " + mutant.row() + " 认得出；若没有这样的说法，这一行多余";
    }

    private static String row(Row row) {
        return switch (Schema.valueOf(TableNames.of(row))) {
            case 线索规则, 排除规则, 档位规则 -> "写一个案例：" + meets(row) + "，须触发填 " + row.id();
            case 成案指数 -> "案例不查成案指数，这一行靠复核";
            case 紧急程度 -> "写一个案例：" + meets(row) + "，期望紧急填这一行的级别";
            case 移送去向 -> "写一个案例：" + meets(row) + "，期望去向填这一行的去向";
            case 分流表, 专项标签 -> "案例不查部门和标签，这一行靠复核";
            default -> "写一个案例：" + meets(row) + "，结论因此不同";
        };
    }

    private static String literal(Row row, Literal literal) {
        Set<String> others = literal.droppedFrom(row.condition()).any();
        return switch (literal.part()) {
            case 须全有 -> "写一个案例：别的条件都有，只差「" + literal.fact() + "」，不得触发填 " + row.id();
            case 须有其一 -> others.isEmpty() ? "写一个案例：别的条件都有，只差「" + literal.fact() + "」，不得触发填 " + row.id()
                    : "写一个案例：须有其一里只有「" + literal.fact() + "」，须触发填 " + row.id() + "；若它总与别的一项同时出现，这一项多余";
            case 不得有 -> "写一个案例：条件都有，但也有「" + literal.fact() + "」，不得触发填 " + row.id();
        };
    }

    private static String meets(Row row) {
        StringBuilder text = new StringBuilder();
        if (!row.condition().all().isEmpty()) {
            text.append("有").append(String.join("、", row.condition().all()));
        }
        if (!row.condition().any().isEmpty()) {
            text.append(text.isEmpty() ? "有" : "，有").append(String.join("或", row.condition().any()));
        }
        if (!row.condition().none().isEmpty()) {
            text.append(text.isEmpty() ? "没有" : "，没有").append(String.join("、", row.condition().none()));
        }
        return text.isEmpty() ? "任意" : text.toString();
    }
}
