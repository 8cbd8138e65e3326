package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A small random rule set of every kind of row, so small that rows often conflict, repeat or cover each other. */
final class RandomRuleSet {

    /** The last two may be derived. */
    static final List<String> FACTS = List.of("甲", "乙", "丙", "丁", "推一", "推二");
    private static final List<String> FOUND = FACTS.subList(0, 4);
    static final List<LeadType> LEAD_TYPES = List.of(type("T1-01", "T1"), type("T1-02", "T1"), type("T2-01", "T2"));
    private static final List<List<String>> SCOPES = List.of(List.of("*"), List.of("T1"), List.of("T1-01"), List.of("T1-02"),
            List.of("T2"), List.of("T1-01", "T2"));

    private final Random random;
    private final List<JudgedRow> rows = new ArrayList<>();

    private RandomRuleSet(long seed) {
        random = new Random(seed);
    }

    private static LeadType type(String code, String domain) {
        return new LeadType(code, domain, List.of(), code, "", "");
    }

    static List<JudgedRow> rows(long seed) {
        return new RandomRuleSet(seed).make();
    }

    private List<JudgedRow> make() {
        derive("推一", FOUND);
        derive("推一", FOUND);
        derive("推二", List.of("甲", "乙", "推一"));
        for (int i = random.nextInt(4); i > 0; i--) {
            row(new Effect.Exclude(List.copyOf(some(FACTS, random.nextInt(2))),
                    random.nextBoolean() ? scope() : new Scope(List.of())), true);
        }
        int kind = random.nextInt(4);
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            row(effect(kind), kind == 0);
        }
        return List.copyOf(rows);
    }

    /** Each rule set dwells on some kinds of rows, so that these meet. */
    private Effect effect(int kind) {
        return switch (kind) {
            case 0 -> {
                LeadType type = LEAD_TYPES.get(random.nextInt(2));
                yield new Effect.Lead(type.code(), type.domain(), tier(), random.nextInt(4) == 0 ? List.of("YJ-甲-1") : List.of(),
                        random.nextInt(4) == 0 ? List.of("水利") : List.of(), random.nextInt(4) == 0 ? List.of("照片") : List.of());
            }
            case 1 -> switch (random.nextInt(3)) {
                case 0 -> new Effect.Lead("T1-01", "T1", tier(), List.of(), List.of(), List.of());
                case 1 -> new Effect.Lead("T2-01", "T2", tier(), List.of(), List.of(), List.of());
                default -> new Effect.Move(scope(), EnumSet.of(tier(), tier()), random.nextBoolean(), Tier.values()[random.nextInt(4)]);
            };
            case 2 -> new Effect.Score(random.nextBoolean() ? "损害" : "履职", random.nextInt(3));
            default -> switch (random.nextInt(6)) {
                case 1 -> new Effect.Urge(random.nextBoolean() ? Urgency.特急 : Urgency.紧急, scope(), EnumSet.of(Tier.A, tier()));
                case 2 -> new Effect.HandOff("YS0" + (1 + random.nextInt(2)));
                case 3 -> new Effect.Route(scope(), "部门" + random.nextInt(2), List.of(), List.of());
                case 4 -> new Effect.Tag("标签", scope());
                default -> new Effect.Lead("T1-01", "T1", tier(), List.of(), List.of(), List.of());
            };
        };
    }

    private Tier tier() {
        return Tier.values()[1 + random.nextInt(3)];
    }

    private Scope scope() {
        return new Scope(SCOPES.get(random.nextInt(SCOPES.size())));
    }

    private void derive(String fact, List<String> from) {
        if (random.nextBoolean()) {
            Set<String> none = new TreeSet<>(some(from, random.nextInt(2)));
            none.retainAll(FOUND);
            add(new Condition(some(from, 1), some(from, random.nextInt(3)), none), new Effect.Derive(fact));
        }
    }

    private void row(Effect effect, boolean needsCondition) {
        if (!rows.isEmpty() && random.nextInt(4) == 0) {
            Condition earlier = rows.get(random.nextInt(rows.size())).row().condition();
            if (!needsCondition || !earlier.equals(Condition.NONE)) {
                add(earlier, effect);
                return;
            }
        }
        Set<String> must = some(FACTS, random.nextInt(3));
        Set<String> any = some(FACTS, random.nextInt(3));
        if (needsCondition && must.isEmpty() && any.isEmpty()) {
            must = some(FACTS, 1);
        }
        add(new Condition(must, any, some(FACTS, random.nextInt(3) / 2)), effect);
    }

    private void add(Condition condition, Effect effect) {
        String id = "H-" + rows.size();
        Schema schema = effect instanceof Effect.Urge ? Schema.紧急程度 : Schema.线索规则;
        TableRow source = new TableRow(schema, "x.csv", rows.size() + 2, rows.size() + 2, Map.of("编号", id), Map.of("编号", 0));
        rows.add(new JudgedRow(new Row(id, id, Status.正式, rows.size(), condition, effect), source, LocalDate.MIN, LocalDate.MAX));
    }

    private Set<String> some(List<String> facts, int count) {
        Set<String> some = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            some.add(facts.get(random.nextInt(facts.size())));
        }
        return some;
    }
}
