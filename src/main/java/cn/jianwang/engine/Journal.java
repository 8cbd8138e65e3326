package cn.jianwang.engine;

import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.FactHandle;

/** What the mechanics report of one event. Used by one session at a time. */
public final class Journal {

    private final List<Holds> leads = new ArrayList<>();
    private final List<Holds> held = new ArrayList<>();
    private final List<Holds> exclusions = new ArrayList<>();
    private final List<BlockedLead> blocked = new ArrayList<>();
    private final List<FactHandle> derived = new ArrayList<>();
    private final List<FactHandle> standing = new ArrayList<>();

    /** A lead row that held, and the exclusion that blocked it. */
    public record BlockedLead(Blocked exclusion, Row lead) {
    }

    public void derived(FactHandle fact) {
        derived.add(fact);
    }

    /** A lead row that holds, whether blocked or not. */
    public void standing(FactHandle lead) {
        standing.add(lead);
    }

    public void lead(int situation, Row row) {
        leads.add(new Holds(row, situation));
    }

    /** A row holds at its gate. Lead rows are reported once more, when it is known whether they are blocked. */
    public void holds(int situation, Row row) {
        if (row.effect() instanceof Effect.Exclude) {
            exclusions.add(new Holds(row, situation));
        } else if (row.isJudged()) {
            held.add(new Holds(row, situation));
        }
    }

    public void blocked(Blocked exclusion, Row lead) {
        blocked.add(new BlockedLead(exclusion, lead));
    }

    List<Holds> exclusions() {
        return exclusions.stream().distinct().toList();
    }

    /** Handles of derived facts that were not asked for yet. */
    List<FactHandle> takeDerived() {
        List<FactHandle> taken = List.copyOf(derived);
        derived.clear();
        return taken;
    }

    List<FactHandle> standing() {
        return List.copyOf(standing);
    }

    Findings findings(List<Struck> struck) {
        return Findings.of(leads, held, struck, blocked);
    }

    void clear() {
        leads.clear();
        held.clear();
        exclusions.clear();
        blocked.clear();
        derived.clear();
        standing.clear();
    }
}
