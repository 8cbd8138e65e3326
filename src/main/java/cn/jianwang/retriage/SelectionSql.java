package cn.jianwang.retriage;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A {@link Selection} as a condition on {@code event e} and its latest {@code decision d}. Looking for a code inside the
 * JSON is exact: quotes in texts are escaped there, so that {@code "domain":"} can only be a property.
 */
final class SelectionSql {

    static final String FROM = " from event e join decision d on d.event_key = e.event_key and d.revision = "
            + "(select max(x.revision) from decision x where x.event_key = e.event_key)";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private SelectionSql() {
    }

    /**
     * The condition for one run.
     *
     * @param keyed    whether the run has keys of its own
     * @param received only events received up to then: those that arrive during the run are decided already
     */
    static SelectionSql of(Selection selection, String run, boolean keyed, OffsetDateTime received) {
        SelectionSql sql = new SelectionSql();
        sql.and("e.first_received <= ?", received);
        if (selection.from() != null) {
            sql.and("e.event_time >= ?", selection.from().withOffsetSameInstant(ZoneOffset.UTC));
        }
        if (selection.to() != null) {
            sql.and("e.event_time < ?", selection.to().withOffsetSameInstant(ZoneOffset.UTC));
        }
        sql.in("e.source_system", selection.sources());
        sql.in("d.tier", selection.tiers().stream().map(Enum::name).toList());
        sql.in("d.release_version", selection.releases());
        List<Object> regions = new ArrayList<>();
        for (String region : selection.regions()) {
            String inside = like(significant(region)) + "%";
            regions.add(inside);
            regions.add("%\"procuratorate\":{\"code\":\"" + inside);
        }
        sql.any("(e.region like ? or e.region is null and d.decision_json like ?)", selection.regions().size(), regions);
        sql.property("domain", selection.domains());
        sql.property("leadType", selection.leadTypes());
        if (keyed) {
            sql.and("exists (select 1 from retriage_key k where k.run_id = ? and k.event_key = e.event_key)", run);
        }
        return sql;
    }

    String where() {
        return where.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    private void property(String name, List<String> values) {
        any("d.decision_json like ?", values.size(),
                values.stream().<Object>map(value -> "%\"" + name + "\":\"" + like(value) + "\"%").toList());
    }

    private void in(String column, List<String> values) {
        if (!values.isEmpty()) {
            and(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", values.toArray());
        }
    }

    private void any(String condition, int times, List<Object> values) {
        if (times > 0) {
            and("(" + String.join(" or ", Collections.nCopies(times, condition)) + ")", values.toArray());
        }
    }

    private void and(String condition, Object... values) {
        where.append(where.isEmpty() ? "" : " and ").append(condition);
        Collections.addAll(parameters, values);
    }

    /** 330803000000 and 330803 name the same county: zeros at the end stand for "everything inside". */
    private static String significant(String region) {
        String code = region;
        while (code.length() > 2 && code.endsWith("00") && code.length() % 2 == 0) {
            code = code.substring(0, code.length() - 2);
        }
        return code;
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
