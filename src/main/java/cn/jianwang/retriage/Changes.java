package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run over the store left behind: changes, failures, the audit sample. */
final class Changes {

    private static final int PAGE = 500;
    private static final String SELECT = "select c.event_key, c.depth, e.event_json, o.decision_json before_json, "
            + "coalesce(c.new_json, n.decision_json) after_json from retriage_change c join event e on e.event_key = c.event_key "
            + "join decision o on o.event_key = c.event_key and o.revision = c.old_revision "
            + "left join decision n on n.event_key = c.event_key and n.revision = c.new_revision where c.run_id = ? ";

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every change, by key, with memory for a page only. */
    void each(String run, Consumer<Change> consumer) {
        List<Change> page = page(run, "");
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = page(run, page.get(page.size() - 1).before().eventKey());
        }
    }

    /** Some changes of each kind, drawn by lot; those that only differ in wording are left out. */
    List<Report.Sample> samples(String run) {
        List<Report.Sample> samples = new ArrayList<>();
        for (Tier before : Tier.values()) {
            for (Tier after : Tier.values()) {
                List<Change> some = jdbc.sql(SELECT + "and c.old_tier = ? and c.new_tier = ? and c.depth <> 'WORDING' "
                        + "order by c.pick, c.event_key limit " + Report.SAMPLES).params(run, before.name(), after.name())
                        .query((row, n) -> change(row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
                if (!some.isEmpty()) {
                    samples.add(new Report.Sample(before, after, some));
                }
            }
        }
        return samples;
    }

    List<Report.Failure> failures(String run) {
        return jdbc.sql("select event_key, incident from retriage_failure where run_id = ? order by event_key limit "
                + Report.MOST_FAILURES).param(run).query(Report.Failure.class).list();
    }

    List<Report.Audited> audit(Tally tally) {
        return tally.drawn().stream().map(drawn -> jdbc.sql("select e.event_json, d.decision_json from event e join decision d "
                        + "on d.event_key = e.event_key where e.event_key = ? and d.revision = ?").params(drawn.eventKey(), drawn.revision())
                .query((row, n) -> new Report.Audited(drawn.lot(), JsonCodec.read(row.getString(1), GridEvent.class),
                        JsonCodec.read(row.getString(2), Decision.class))).single()).toList();
    }

    private List<Change> page(String run, String after) {
        return jdbc.sql(SELECT + "and c.event_key > ? order by c.event_key limit " + PAGE).params(run, after)
                .query((row, n) -> change(row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }

    private static Change change(String depth, String event, String before, String after) {
        return new Change(JsonCodec.read(event, GridEvent.class), JsonCodec.read(before, Decision.class),
                after == null ? null : JsonCodec.read(after, Decision.class), Depth.valueOf(depth));
    }
}
