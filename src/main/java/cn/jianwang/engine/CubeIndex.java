package cn.jianwang.engine;

import cn.jianwang.engine.RuleEngine.Situation;
import cn.jianwang.rulebook.Row;
import cn.jianwang.rulebook.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Picks the cubes that can hold at all in a situation: all that they require is there or may be derived. Of several
 * thousand rows a text touches a few dozen, and only these are worth the engine's time. What must not be there is left
 * to the engine. Immutable and safe for many threads.
 */
final class CubeIndex {

    private static final int[] NO_CUBES = {};

    private final List<Cube> cubes;
    /** Numbers of deriving cubes by every fact they require, of the other cubes by their key. */
    private final Map<String, int[]> ofSegment;
    private final Map<String, int[]> ofWhole;

    /**
     * @param cubes that can hold in a situation
     * @param facts those of its facts that they ask about
     * @param lead  whether a lead can hold, were it only one of status 正式 that is left out: leaving out a lead must not
     *              hide what other rows do in its segment
     */
    record Candidates(BitSet cubes, Set<String> facts, boolean lead) {
    }

    CubeIndex(List<Cube> cubes) {
        this.cubes = List.copyOf(cubes);
        this.ofSegment = index(false);
        this.ofWhole = index(true);
    }

    private Map<String, int[]> index(boolean whole) {
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i = 0; i < cubes.size(); i++) {
            Cube cube = cubes.get(i);
            if (cube.whole() == whole) {
                Collection<String> entries = cube.kind() == Cube.Kind.推导 ? new HashSet<>(cube.required()) : List.of(cube.key());
                for (String fact : entries) {
                    index.computeIfAbsent(fact, f -> new ArrayList<>()).add(i);
                }
            }
        }
        Map<String, int[]> packed = new HashMap<>();
        index.forEach((fact, numbers) -> packed.put(fact, numbers.stream().mapToInt(Integer::intValue).toArray()));
        return packed;
    }

    Cube cube(int number) {
        return cubes.get(number);
    }

    /** @param counts which rows are asked at all */
    Candidates candidates(Situation situation, Predicate<Row> counts) {
        Map<String, int[]> index = situation.whole() ? ofWhole : ofSegment;
        Set<String> seen = new LinkedHashSet<>(situation.facts());
        seen.add(Seen.ALWAYS);
        BitSet found = new BitSet();
        Deque<String> fresh = new ArrayDeque<>(seen);
        while (!fresh.isEmpty()) {
            for (int number : index.getOrDefault(fresh.poll(), NO_CUBES)) {
                Cube cube = cubes.get(number);
                if (cube.kind() == Cube.Kind.推导 && !found.get(number) && seen.containsAll(cube.required()) && counts.test(cube.row())) {
                    found.set(number);
                    if (seen.add(cube.getConclusion())) {
                        fresh.add(cube.getConclusion());
                    }
                }
            }
        }
        boolean lead = false;
        for (String fact : seen) {
            for (int number : index.getOrDefault(fact, NO_CUBES)) {
                Cube cube = cubes.get(number);
                if (cube.kind() != Cube.Kind.推导 && seen.containsAll(cube.required())) {
                    boolean counted = counts.test(cube.row());
                    found.set(number, counted);
                    lead |= cube.kind() == Cube.Kind.线索 && (counted || cube.row().status() == Status.正式);
                }
            }
        }
        return new Candidates(found, asked(situation, found), lead);
    }

    private Set<String> asked(Situation situation, BitSet found) {
        Set<String> asked = new HashSet<>();
        found.stream().forEach(number -> asked.addAll(cubes.get(number).mentioned()));
        Set<String> facts = new LinkedHashSet<>();
        for (String fact : situation.facts()) {
            if (asked.contains(fact)) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
