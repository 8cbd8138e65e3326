package cn.jianwang.engine;

import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way in which a row can hold: its 须全有 and one of its 须有其一, so that every place is joined by equality.
 * Unused places hold {@link Seen#ALWAYS}. The key is the rarest required fact, so that cost follows the facts found.
 *
 * @param required  what fills the places, unused ones left out
 * @param mentioned every fact that its holding, or what it then strikes, depends on
 */
public record Cube(Row row, Kind kind, boolean whole, String key, String second, String third, String fourth, String any,
                   Set<String> none, List<String> required, Set<String> mentioned) {

    private static final int PLACES = 4;

    /** What holding means. The names are the words of the mechanics. */
    public enum Kind {
        推导, 排除, 线索, 判断
    }

    public Row getRow() {
        return row;
    }

    /** The gate at which its holding counts; null for derivations, which hold at every gate. */
    public Stage.Gate getGate() {
        return switch (kind) {
            case 推导 -> null;
            case 排除 -> Stage.Gate.排除;
            case 线索, 判断 -> Stage.Gate.判断;
        };
    }

    /** The fact that a derivation row concludes; empty for other rows. */
    public String getConclusion() {
        return row.effect() instanceof Effect.Derive derive ? derive.fact() : "";
    }

    private static Kind kind(Row row) {
        if (row.effect() instanceof Effect.Derive) {
            return Kind.推导;
        }
        if (row.effect() instanceof Effect.Exclude) {
            return Kind.排除;
        }
        return row.effect() instanceof Effect.Lead ? Kind.线索 : Kind.判断;
    }

    /** @param frequency how many rows require a fact; fewer is rarer */
    static List<Cube> of(Row row, Map<String, Integer> frequency) {
        Condition condition = row.condition();
        List<Cube> cubes = new ArrayList<>();
        Set<String> alternatives = condition.any().isEmpty() ? Set.of(Seen.ALWAYS) : condition.any();
        for (String any : alternatives) {
            if (condition.none().contains(any)) {
                continue;
            }
            List<String> needed = new ArrayList<>(condition.all());
            needed.sort(java.util.Comparator.<String>comparingInt(f -> frequency.getOrDefault(f, 0)).thenComparing(f -> f));
            String last = any;
            if (needed.isEmpty()) {
                needed.add(any);
                last = Seen.ALWAYS;
            }
            List<String> required = new ArrayList<>(needed);
            required.add(last);
            required.removeIf(Seen.ALWAYS::equals);
            while (needed.size() < PLACES) {
                needed.add(Seen.ALWAYS);
            }
            cubes.add(new Cube(row, kind(row), row.judgesWholeEvent(), needed.get(0), needed.get(1), needed.get(2), needed.get(3), last,
                    condition.none(), List.copyOf(required), mentioned(row, required)));
        }
        return cubes;
    }

    private static Set<String> mentioned(Row row, List<String> required) {
        Set<String> mentioned = new HashSet<>(required);
        mentioned.addAll(row.condition().none());
        if (row.effect() instanceof Effect.Exclude exclude) {
            mentioned.addAll(exclude.facts());
        }
        return Set.copyOf(mentioned);
    }
}
