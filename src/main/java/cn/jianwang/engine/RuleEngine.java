package cn.jianwang.engine;

import cn.jianwang.rulebook.Condition;
import cn.jianwang.rulebook.Effect;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rows of one release in Drools. Safe for many threads: every call borrows a kept session and gives it the
 * facts and the rows that can hold; a session that throws is thrown away.
 */
public final class RuleEngine implements AutoCloseable {

    /** A situation that is always there, so that no part of the network runs empty between events. */
    private static final int NOWHERE = -1;

    private final KieBase base;
    private final CubeIndex cubes;
    /** Rows that demand nothing hold always; the engine need not find that out. */
    private final List<Row> unconditional;
    private final Queue<Kept> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * What is to be judged: the facts of a segment, or of the whole event.
     *
     * @param number distinguishes the situations of one event
     */
    public record Situation(int number, boolean whole, Collection<String> facts) {
    }

    private record Kept(KieSession session, Journal journal) {
    }

    private RuleEngine(KieBase base, CubeIndex cubes, List<Row> unconditional) {
        this.base = base;
        this.cubes = cubes;
        this.unconditional = unconditional;
    }

    /** Takes up the rows. Several engines may share the mechanics. */
    public static RuleEngine of(Mechanics mechanics, Collection<Row> rows) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Row row : rows) {
            row.condition().all().forEach(fact -> frequency.merge(fact, 1, Integer::sum));
        }
        Map<Boolean, List<Row>> unconditional = rows.stream().collect(Collectors.partitioningBy(
                row -> row.isJudged() && row.condition().equals(Condition.NONE)));
        List<Cube> cubes = unconditional.get(false).stream().flatMap(row -> Cube.of(row, frequency).stream()).toList();
        return new RuleEngine(mechanics.base(), new CubeIndex(cubes), unconditional.get(true));
    }

    /** Judges the situations of one event by the rows that decide. */
    public Findings judge(List<Situation> situations) {
        return judge(situations, row -> row.status() == Status.正式);
    }

    /**
     * Judges the situations of one event; segments in which no lead can hold are passed over.
     *
     * @param counts which rows are asked; for the others it is as if they were not there
     */
    public Findings judge(List<Situation> situations, Predicate<Row> counts) {
        List<Holds> always = new ArrayList<>();
        BitSet candidates = new BitSet();
        List<Found> asked = new ArrayList<>();
        for (Situation situation : situations) {
            CubeIndex.Candidates some = cubes.candidates(situation, counts);
            if (situation.whole || some.lead()) {
                unconditional.stream().filter(row -> row.judgesWholeEvent() == situation.whole && counts.test(row))
                        .forEach(row -> always.add(new Holds(row, situation.number)));
                candidates.or(some.cubes());
                asked.add(new Found(situation.number, situation.whole, Seen.ALWAYS));
                some.facts().forEach(fact -> asked.add(new Found(situation.number, situation.whole, fact)));
            }
        }
        if (candidates.isEmpty()) {
            return Findings.of(List.of(), always, List.of(), List.of());
        }
        Kept kept = borrow();
        try {
            List<FactHandle> rows = candidates.stream().mapToObj(cubes::cube).map(kept.session::insert).toList();
            always.forEach(holds -> kept.journal.holds(holds.situation(), holds.row()));
            Findings findings = judge(kept.session, kept.journal, asked, rows);
            kept.journal.clear();
            release(kept);
            return findings;
        } catch (RuntimeException failed) {
            kept.session.dispose();
            throw failed;
        }
    }

    /**
     * First gate: exclusions. Then what they strike is taken out, with all derived facts, which the second gate derives
     * anew from what is left. (insertLogical would do this by itself, but in a kept session it was seen to leave
     * conclusions behind.)
     */
    private static Findings judge(KieSession session, Journal journal, List<Found> facts, List<FactHandle> rows) {
        Map<Found, FactHandle> found = new LinkedHashMap<>();
        facts.forEach(fact -> found.computeIfAbsent(fact, session::insert));
        fire(session, Stage.Gate.排除);
        List<FactHandle> gone = new ArrayList<>();
        List<Struck> struck = new ArrayList<>();
        for (Holds exclusion : journal.exclusions()) {
            Effect.Exclude effect = (Effect.Exclude) exclusion.row().effect();
            for (String fact : effect.facts()) {
                FactHandle handle = found.get(new Found(exclusion.situation(), exclusion.row().judgesWholeEvent(), fact));
                if (handle != null) {
                    gone.add(handle);
                    struck.add(new Struck(exclusion.situation(), fact, exclusion.row()));
                }
            }
        }
        List<FactHandle> kept = new ArrayList<>(found.values());
        if (!struck.isEmpty()) {
            kept.removeAll(gone);
            gone.stream().distinct().forEach(session::delete);
            journal.takeDerived().forEach(session::delete);
        }
        for (Holds exclusion : journal.exclusions()) {
            if (!((Effect.Exclude) exclusion.row().effect()).leads().items().isEmpty()) {
                kept.add(session.insert(new Blocked(exclusion.situation(), exclusion.row())));
            }
        }
        fire(session, Stage.Gate.判断);
        Findings findings = journal.findings(struck);
        kept.addAll(journal.takeDerived());
        kept.addAll(journal.standing());
        kept.forEach(session::delete);
        rows.forEach(session::delete);
        session.fireAllRules();
        return findings;
    }

    private static void fire(KieSession session, Stage.Gate gate) {
        FactHandle stage = session.insert(new Stage(gate));
        session.fireAllRules();
        session.delete(stage);
    }

    /** Gives up the kept sessions. Judging goes on to work, at the price of a new session each time. */
    @Override
    public void close() {
        closed = true;
        disposeIdle();
    }

    private void disposeIdle() {
        for (Kept kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.session.dispose();
        }
    }

    private Kept borrow() {
        Kept kept = idle.poll();
        if (kept != null) {
            return kept;
        }
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.NO);
        KieSession session = base.newKieSession(configuration, null);
        Journal journal = new Journal();
        session.setGlobal("journal", journal);
        session.insert(new Found(NOWHERE, false, Seen.ALWAYS));
        return new Kept(session, journal);
    }

    /** Looks again afterwards, so that a session given back while the engine is being closed is not forgotten. */
    private void release(Kept kept) {
        idle.add(kept);
        if (closed) {
            disposeIdle();
        }
    }
}
