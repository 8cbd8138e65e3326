package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the smallest sets of edits that make decisions change. Sets are tried in rising size, those of all events
 * together, so that a rule set is built once however many events ask for it. Only edits that can matter to the event are
 * tried, and where a set is not sound (a rule without the word it needs), only edits that can mend it. Within the limits
 * the answer is exact; beyond them one set is shrunk until no edit can be left out, and the cause says so.
 */
final class Attribution {

    /**
     * How much is tried.
     *
     * @param setsPerEvent sets tried for one event in rising size
     * @param sets         different sets built in all, in rising size
     * @param shrinkings   different sets built in all while shrinking
     */
    record Limits(int setsPerEvent, int sets, int shrinkings) {

        static final Limits USUAL = new Limits(2_000, 3_000, 1_000);
    }

    private static final Comparator<BitSet> ORDER = Comparator.<BitSet>comparingInt(BitSet::cardinality)
            .thenComparing(BitSet::toString);

    private final RuleEdits edits;
    private final Release old;
    private final Release now;
    private final Limits limits;
    private final Mending mending;

    Attribution(RuleEdits edits, Release old, Release now, Limits limits) {
        this.edits = edits;
        this.old = old;
        this.now = now;
        this.limits = limits;
        this.mending = new Mending(edits);
    }

    /** The search for the cause of one change. */
    private static final class Search {

        private final GridEvent event;
        private final Decision expected;
        private final BitSet relevant;
        private final Set<BitSet> known = new HashSet<>();
        private Set<BitSet> candidates = new LinkedHashSet<>();
        private final List<BitSet> found = new ArrayList<>();
        private Cause cause;

        Search(GridEvent event, Decision expected, BitSet relevant) {
            this.event = event;
            this.expected = expected;
            this.relevant = relevant;
        }
    }

    /** What a rule set made of the events that asked for it. */
    private record Tried(Set<Integer> mends, List<Search> alike) {
    }

    /** The causes of changes that are known to be changes, in their order. */
    List<Cause> causes(List<DecisionChange> changes, Parallel parallel) {
        Wordings wordings = new Wordings(edits.slots(TableEdits.LEXICON).stream().flatMap(slot -> slot.forms().stream())
                .map(form -> form.key()).collect(Collectors.toSet()));
        List<Set<String>> pieces = parallel.map(changes, change -> wordings.in(change.event()));
        Set<String> held = pieces.stream().flatMap(Set::stream).collect(Collectors.toSet());
        RuleEdits narrow = edits.narrowedTo(word -> held.contains(Wordings.piece(word)));
        Relevance relevance = new Relevance(narrow);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            numbers.add(i);
        }
        List<Search> searches = parallel.map(numbers, i -> {
            GridEvent event = changes.get(i).event();
            Set<String> seen = new HashSet<>();
            old.trace(event).segments().values().forEach(seen::addAll);
            now.trace(event).segments().values().forEach(seen::addAll);
            return new Search(event, changes.get(i).after(), relevance.of(event, pieces.get(i), seen));
        });
        inRisingSize(searches, narrow, parallel);
        Shrinking shrinking = new Shrinking(narrow, old, now, mending, limits.shrinkings);
        searches.stream().filter(search -> search.cause == null)
                .forEach(search -> search.cause = shrinking.cause(search.event, search.expected, search.relevant));
        shrinking.close();
        return searches.stream().map(search -> search.cause).toList();
    }

    private void inRisingSize(List<Search> searches, RuleEdits narrow, Parallel parallel) {
        searches.forEach(search -> expand(search, new BitSet(), bits(search.relevant)));
        List<Search> open = searches;
        int built = 0;
        while (!open.isEmpty()) {
            Map<BitSet, List<Search>> asked = asked(open, limits.sets - built);
            built += asked.size();
            Map<BitSet, Tried> tried = new LinkedHashMap<>();
            List<BitSet> sets = List.copyOf(asked.keySet());
            List<Tried> results = parallel.map(sets, set -> attempt(narrow, set, asked.get(set)));
            for (int i = 0; i < sets.size(); i++) {
                tried.put(sets.get(i), results.get(i));
            }
            List<Search> still = new ArrayList<>();
            for (Search search : open) {
                if (step(search, tried)) {
                    still.add(search);
                }
            }
            open = still;
        }
    }

    /** The sets to build for one size; searches that would break a limit are left without candidates. */
    private Map<BitSet, List<Search>> asked(List<Search> open, int allowed) {
        Map<BitSet, List<Search>> asked = new TreeMap<>(ORDER);
        for (Search search : open.stream().sorted(Comparator.comparingInt(s -> s.candidates.size())).toList()) {
            long fresh = search.candidates.stream().filter(set -> !asked.containsKey(set)).count();
            if (asked.size() + fresh > allowed || search.known.size() > limits.setsPerEvent) {
                search.candidates = Set.of();
            }
            search.candidates.forEach(set -> asked.computeIfAbsent(set, s -> new ArrayList<>()).add(search));
        }
        return asked;
    }

    private Tried attempt(RuleEdits narrow, BitSet set, List<Search> asking) {
        try (Between between = Between.of(narrow, set, old, now)) {
            return between.isSound()
                    ? new Tried(null, asking.stream().filter(s -> between.decidesLike(s.event, s.expected)).toList())
                    : new Tried(mending.of(between.problem(), set), List.of());
        }
    }

    /** Takes up what was tried; true where the search must go on with larger sets. */
    private static boolean step(Search search, Map<BitSet, Tried> tried) {
        Set<BitSet> last = search.candidates;
        search.candidates = new LinkedHashSet<>();
        for (BitSet set : last) {
            if (tried.get(set).alike.contains(search)) {
                search.found.add(set);
            }
        }
        if (!search.found.isEmpty()) {
            search.cause = new Cause(search.found.stream().sorted(ORDER).map(Attribution::bits).map(List::copyOf).toList(),
                    Cause.Certainty.最少);
            return false;
        }
        for (BitSet set : last) {
            Set<Integer> mends = tried.get(set).mends;
            expand(search, set, mends == null ? bits(search.relevant) : mends);
        }
        return !search.candidates.isEmpty();
    }

    private static void expand(Search search, BitSet set, Collection<Integer> by) {
        for (int edit : by) {
            if (!set.get(edit)) {
                BitSet larger = (BitSet) set.clone();
                larger.set(edit);
                if (search.known.add(larger)) {
                    search.candidates.add(larger);
                }
            }
        }
    }

    static List<Integer> bits(BitSet set) {
        return set.stream().boxed().toList();
    }
}
