package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Rulebook.LeadType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes judging rows of table rows. */
final class RowReader {

    private final Map<Schema, List<TableRow>> tables;
    private final Map<String, LeadType> leadTypes;
    private final Set<String> facts;
    private final List<JudgedRow> rows = new ArrayList<>();

    RowReader(Map<Schema, List<TableRow>> tables, Map<String, LeadType> leadTypes, Set<String> facts) {
        this.tables = tables;
        this.leadTypes = leadTypes;
        this.facts = facts;
    }

    /**
     * All rows of status 正式 and 试行, whenever they are in force, in the order of tables and rows. Lead rows of a type
     * whose own row has errors are left out.
     */
    List<JudgedRow> rows() {
        add(Schema.事实推导, r -> new Effect.Derive(r.get("事实")));
        add(Schema.排除规则, this::exclusion);
        tables.computeIfPresent(Schema.线索规则, (schema, all) -> all.stream()
                .filter(r -> leadTypes.containsKey(r.get("线索类型"))).toList());
        add(Schema.线索规则, this::lead);
        add(Schema.档位规则, r -> new Effect.Move(scope(r), tiers(r, "基准档"), r.get("作用").equals("限至"), Tier.valueOf(r.get("档位"))));
        add(Schema.成案指数, r -> new Effect.Score(r.get("评分组"), References.number(r.get("分值")).orElse(0.0).intValue()));
        add(Schema.紧急程度, r -> new Effect.Urge(Urgency.valueOf(r.get("级别")), scope(r), tiers(r, "档位")));
        add(Schema.移送去向, r -> new Effect.HandOff(r.get("移送去向")));
        tables.computeIfPresent(Schema.分流表, (schema, all) -> all.stream()
                .sorted(Comparator.comparingDouble(r -> References.number(r.get("顺序")).orElse(0.0))).toList());
        add(Schema.分流表, r -> new Effect.Route(scope(r), r.get("承办部门"), r.list("协作单位"), r.list("回避")));
        add(Schema.专项标签, r -> new Effect.Tag(r.get("标签"), scope(r)));
        return List.copyOf(rows);
    }

    private void add(Schema schema, Function<TableRow, Effect> effect) {
        for (TableRow row : tables.get(schema)) {
            Status status = Status.valueOf(row.get("状态"));
            if (status == Status.正式 || status == Status.试行) {
                String name = row.get("规则名").isEmpty() ? row.get("说明") : row.get("规则名");
                rows.add(new JudgedRow(new Row(row.key(), name, status, rows.size(), condition(row), effect.apply(row)), row,
                        References.date(row.get("生效日")).orElse(LocalDate.MIN),
                        References.date(row.get("失效日")).orElse(LocalDate.MAX)));
            }
        }
    }

    static Condition condition(TableRow row) {
        return new Condition(new LinkedHashSet<>(row.list("须全有")), new LinkedHashSet<>(row.list("须有其一")),
                new LinkedHashSet<>(row.list("不得有")));
    }

    private Effect exclusion(TableRow row) {
        List<String> struck = new ArrayList<>();
        List<String> blocked = new ArrayList<>();
        for (String target : row.list("排除对象")) {
            (facts.contains(target) ? struck : blocked).add(target);
        }
        return new Effect.Exclude(List.copyOf(struck), new Scope(blocked));
    }

    private Effect lead(TableRow row) {
        LeadType type = leadTypes.get(row.get("线索类型"));
        return new Effect.Lead(type.code(), type.domain(), Tier.valueOf(row.get("档位")), row.list("依据"), row.list("主管机关"),
                row.list("补充要素"));
    }

    private static Scope scope(TableRow row) {
        return new Scope(row.list("适用线索"));
    }

    private static Set<Tier> tiers(TableRow row, String column) {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        for (String item : row.list(column)) {
            if (item.equals("*")) {
                return EnumSet.allOf(Tier.class);
            }
            tiers.add(Tier.valueOf(item));
        }
        return tiers;
    }
}
