package cn.jianwang.engine;

import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Scope;
import cn.jianwang.rulebook.Status;
import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random rows of every kind over a small vocabulary. */
final class RandomRows {

    private RandomRows() {
    }

    static List<Row> rows(Random random, List<String> facts, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Effect effect = effect(random, facts);
            Condition condition = condition(random, facts, !(effect instanceof Effect.Derive));
            if (!condition.all().isEmpty() || !condition.any().isEmpty()) {
                rows.add(new Row("H-" + i, "行" + i, Status.正式, i, condition, effect));
            }
        }
        return rows;
    }

    static Set<String> subset(Random random, List<String> facts, int most) {
        Set<String> chosen = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            chosen.add(facts.get(random.nextInt(facts.size())));
        }
        return chosen;
    }

    /** Derivations never rest on derived facts here: a rulebook with a circle is refused before it reaches the engine. */
    private static Condition condition(Random random, List<String> facts, boolean onDerived) {
        List<String> vocabulary = new ArrayList<>(facts);
        if (onDerived && random.nextInt(4) == 0) {
            vocabulary.add("推导甲");
            vocabulary.add("推导乙");
        }
        return new Condition(subset(random, vocabulary, Condition.MOST_ALL), subset(random, vocabulary, 2),
                subset(random, facts, 1));
    }

    private static Effect effect(Random random, List<String> facts) {
        return switch (random.nextInt(6)) {
            case 0 -> new Effect.Derive(random.nextBoolean() ? "推导甲" : "推导乙");
            case 1 -> new Effect.Exclude(List.copyOf(subset(random, facts, 1)),
                    new Scope(random.nextBoolean() ? List.of("GY0" + (1 + random.nextInt(3))) : List.of()));
            case 2 -> new Effect.Move(new Scope(List.of("*")), Set.of(Tier.B), random.nextBoolean(), Tier.A);
            case 3 -> new Effect.HandOff("YS0" + (1 + random.nextInt(4)));
            default -> {
                String domain = "GY0" + (1 + random.nextInt(3));
                yield new Effect.Lead(domain + "-01", domain, Tier.B, List.of(), List.of(), List.of());
            }
        };
    }
}
