package cn.jianwang.difference;

import cn.jianwang.decision.Decision;
import cn.jianwang.decision.Decision.FactView;
import cn.jianwang.event.GridEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A piece of an event's text around the evidence of a decision, the evidence between 【 and 】. */
final class Excerpt {

    private static final int AROUND = 24;
    private static final int LONGEST = 160;

    private Excerpt() {
    }

    /** @param decision whose evidence is shown; the beginning of the text where it has none */
    static String of(GridEvent event, Decision decision) {
        String text = event.text();
        List<int[]> spans = spans(decision, text.length());
        if (spans.isEmpty()) {
            return clip(text, 0, Math.min(text.length(), LONGEST / 2));
        }
        int from = Math.max(0, spans.get(0)[0] - AROUND);
        int to = from;
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        for (int[] span : spans) {
            if (span[1] - from > LONGEST && to > from) {
                break;
            }
            shown.append(text, to, span[0]).append('【').append(text, span[0], span[1]).append('】');
            to = span[1];
        }
        int end = Math.min(text.length(), to + AROUND);
        return shorten(shown.append(clip(text, to, end)).toString().replaceAll("\\s+", " "));
    }

    private static String shorten(String shown) {
        if (shown.length() <= LONGEST + 2 * AROUND) {
            return shown;
        }
        String cut = shown.substring(0, LONGEST + 2 * AROUND);
        return cut + "…" + (cut.lastIndexOf('【') > cut.lastIndexOf('】') ? "】" : "");
    }

    private static String clip(String text, int from, int to) {
        return text.substring(from, to).replaceAll("\\s+", " ") + (to < text.length() ? "…" : "");
    }

    /** Evidence in the text by position, overlapping pieces as one. */
    private static List<int[]> spans(Decision decision, int length) {
        List<FactView> facts = decision.leads().stream().flatMap(lead -> lead.facts().stream())
                .filter(fact -> fact.start() >= 0 && fact.end() <= length).sorted(Comparator.comparingInt(FactView::start)).toList();
        List<int[]> spans = new ArrayList<>();
        for (FactView fact : facts) {
            int[] last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && fact.start() <= last[1]) {
                last[1] = Math.max(last[1], fact.end());
            } else {
                spans.add(new int[] {fact.start(), fact.end()});
            }
        }
        return spans;
    }
}
