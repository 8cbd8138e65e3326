package cn.jianwang.rulebook;

import java.util.List;

/** 缺兜底行: the last deciding row of the routing table must take every lead, whatever the facts. */
final class LastRouteCheck {

    private final List<TableRow> sound;

    /** @param sorted the rows, none with errors of its own (it might be the one that is missed), sorted by 顺序 */
    LastRouteCheck(List<TableRow> sorted) {
        this.sound = sorted;
    }

    List<Problem> problems() {
        List<TableRow> deciding = sound.stream().filter(row -> row.get("状态").equals(Status.正式.name())).toList();
        String mend = "最后一行适用线索填 *，三个条件格留空，状态填正式";
        if (sound.isEmpty()) {
            Mistake kind = Mistake.E16;
            return List.of(new Problem(kind.name(), kind.title(), Schema.分流表.name(), Schema.分流表.path(), 0, "", "", "分流表一行也没有", mend));
        }
        TableRow last = deciding.isEmpty() ? sound.get(sound.size() - 1) : deciding.get(deciding.size() - 1);
        if (deciding.isEmpty()) {
            return List.of(last.problem(Mistake.E16, "状态", "分流表没有一行状态为正式的，哪里也送不到", mend));
        }
        boolean takesAll = last.list("适用线索").contains("*") && RowReader.condition(last).equals(Condition.NONE);
        return takesAll ? List.of() : List.of(last.problem(Mistake.E16, "适用线索", "分流表最后一个正式行必须兜底", mend));
    }
}
