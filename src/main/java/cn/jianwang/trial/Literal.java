package cn.jianwang.trial;

import cn.jianwang.rulebook.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One item of a condition cell. */
record Literal(Part part, String fact) {

    /** The cell. The names are the headers of the rule files. */
    enum Part {
        须全有, 须有其一, 不得有
    }

    static List<Literal> of(Condition condition) {
        List<Literal> literals = new ArrayList<>();
        condition.all().forEach(fact -> literals.add(new Literal(Part.须全有, fact)));
        condition.any().forEach(fact -> literals.add(new Literal(Part.须有其一, fact)));
        condition.none().forEach(fact -> literals.add(new Literal(Part.不得有, fact)));
        return literals;
    }

    /** The condition as somebody would leave it who deletes the item; an emptied 须有其一 demands nothing. */
    Condition droppedFrom(Condition condition) {
        return new Condition(without(condition.all(), Part.须全有), without(condition.any(), Part.须有其一),
                without(condition.none(), Part.不得有));
    }

    private Set<String> without(Set<String> facts, Part cell) {
        Set<String> left = new LinkedHashSet<>(facts);
        if (cell == part) {
            left.remove(fact);
        }
        return left;
    }

    @Override
    public String toString() {
        return part + "「" + fact + "」";
    }
}
