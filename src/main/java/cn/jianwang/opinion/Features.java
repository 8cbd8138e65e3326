package cn.jianwang.opinion;

import cn.jianwang.event.GridEvent;
import cn.jianwang.language.Words;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a model looks at: words, pairs of neighbouring words, and the facts that the rules found. */
public final class Features {

    private static final String WORD = "词 ";
    private static final String PAIR = "连 ";
    private static final String FACT = "实 ";

    private Features() {
    }

    /**
     * The features of an event, each once, in a fixed order.
     *
     * @param facts names of facts that hold in the event
     */
    public static Set<String> of(GridEvent event, Collection<String> facts) {
        Set<String> features = new TreeSet<>();
        add(event.text(), features);
        event.handling().forEach(step -> add(step.result() == null ? "" : step.result(), features));
        facts.forEach(fact -> features.add(FACT + fact));
        return features;
    }

    private static void add(String text, Set<String> features) {
        List<String> words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            features.add(WORD + words.get(i));
            if (i > 0) {
                features.add(PAIR + words.get(i - 1) + " " + words.get(i));
            }
        }
    }
}
