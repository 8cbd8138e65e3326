package cn.jianwang.opinion;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Trains a model by logistic regression (LIBLINEAR); the same examples in any order give the same model. */
public final class Training {

    /**
     * A labelled example.
     *
     * @param id   tells examples apart and deals them out to folds
     * @param push what a person said
     */
    public record Example(String id, Set<String> features, boolean push) {
    }

    private static final int LEAST_EXAMPLES = 20;
    private static final int LEAST_TEXTS = 2;
    private static final int FOLDS = 5;
    private static final double COST = 4;
    private static final double TOLERANCE = 1e-3;

    private Training() {
    }

    /**
     * Trains on all examples. The push line is where F1 is best on examples that were left out while training.
     *
     * @throws UnusableModelException where there are too few examples, or only of one kind
     */
    public static OpinionModel train(List<Example> examples) {
        List<Example> sorted = sorted(examples);
        long pushes = sorted.stream().filter(Example::push).count();
        if (sorted.size() < LEAST_EXAMPLES || pushes < FOLDS || sorted.size() - pushes < FOLDS) {
            throw new UnusableModelException("标注太少，训练不了：至少 " + LEAST_EXAMPLES + " 条，推送和不推送的各至少 " + FOLDS + " 条；现有 "
                    + sorted.size() + " 条，其中推送 " + pushes + " 条");
        }
        double[] chances = new double[sorted.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            OpinionModel model = fit(others(sorted, fold, FOLDS), 0);
            for (int i = fold; i < sorted.size(); i += FOLDS) {
                chances[i] = model.chance(sorted.get(i).features());
            }
        }
        return fit(sorted, bestThreshold(sorted, chances));
    }

    /** What models that never saw the example say of it, each trained on the other folds; by id. */
    public static Map<String, Boolean> crossValidate(List<Example> examples, int folds) {
        List<Example> sorted = sorted(examples);
        Map<String, Boolean> opinions = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            OpinionModel model = train(others(sorted, fold, folds));
            for (int i = fold; i < sorted.size(); i += folds) {
                opinions.put(sorted.get(i).id(), model.opinion(sorted.get(i).features()).push());
            }
        }
        return opinions;
    }

    /** By kind and then in the order of the ids, so that every fold gets its share of both kinds. */
    private static List<Example> sorted(List<Example> examples) {
        return examples.stream().sorted(Comparator.comparing(Example::push).thenComparing(Example::id)).toList();
    }

    private static List<Example> others(List<Example> sorted, int fold, int folds) {
        return IntStream.range(0, sorted.size()).filter(i -> i % folds != fold).mapToObj(sorted::get).toList();
    }

    private static OpinionModel fit(List<Example> examples, double threshold) {
        Map<String, Double> rarity = rarity(examples);
        Map<String, Integer> numbers = new HashMap<>();
        List<String> features = List.copyOf(rarity.keySet());
        features.forEach(feature -> numbers.put(feature, numbers.size() + 1));
        Problem problem = new Problem();
        problem.l = examples.size();
        problem.n = features.size() + 1;
        problem.bias = 1;
        problem.x = examples.stream().map(example -> vector(example, numbers, rarity)).toArray(Feature[][]::new);
        problem.y = examples.stream().mapToDouble(example -> example.push() ? 1 : 0).toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
        double[] weights = model.getFeatureWeights();
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        Map<String, OpinionModel.Weight> learned = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            learned.put(features.get(i), new OpinionModel.Weight(rarity.get(features.get(i)), sign * weights[i]));
        }
        return new OpinionModel(learned, sign * weights[features.size()], threshold);
    }

    /** Inverse document frequency of the features that more than one text has. */
    private static Map<String, Double> rarity(List<Example> examples) {
        Map<String, Integer> texts = new TreeMap<>();
        examples.forEach(example -> example.features().forEach(feature -> texts.merge(feature, 1, Integer::sum)));
        Map<String, Double> rarity = new TreeMap<>();
        texts.forEach((feature, count) -> {
            if (count >= LEAST_TEXTS) {
                rarity.put(feature, 1 + Math.log((double) examples.size() / count));
            }
        });
        return rarity;
    }

    /** Of length one, so that a long text weighs no more than a short one; the last place is the bias. */
    private static Feature[] vector(Example example, Map<String, Integer> numbers, Map<String, Double> rarity) {
        List<String> known = example.features().stream().filter(numbers::containsKey).sorted(Comparator.comparing(numbers::get)).toList();
        double length = Math.sqrt(known.stream().mapToDouble(feature -> Math.pow(rarity.get(feature), 2)).sum());
        List<Feature> vector = new ArrayList<>();
        known.forEach(feature -> vector.add(new FeatureNode(numbers.get(feature), rarity.get(feature) / length)));
        vector.add(new FeatureNode(numbers.size() + 1, 1));
        return vector.toArray(Feature[]::new);
    }

    /** Midway between the last one pushed and the next: where two kinds lie far apart, new texts fall between them. */
    private static double bestThreshold(List<Example> examples, double[] chances) {
        List<Integer> order = IntStream.range(0, chances.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -chances[i])).toList();
        long pushes = examples.stream().filter(Example::push).count();
        double best = 0;
        double threshold = 0;
        int hits = 0;
        for (int pushed = 1; pushed <= order.size(); pushed++) {
            double last = chances[order.get(pushed - 1)];
            double next = pushed == order.size() ? 0 : chances[order.get(pushed)];
            hits += examples.get(order.get(pushed - 1)).push() ? 1 : 0;
            double f1 = 2.0 * hits / (pushed + pushes);
            if (f1 > best && next < last) {
                best = f1;
                threshold = (last + next) / 2;
            }
        }
        return threshold;
    }
}
