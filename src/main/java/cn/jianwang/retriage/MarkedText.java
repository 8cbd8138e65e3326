package cn.jianwang.retriage;

import cn.jianwang.decision.Decision;
import java.util.Arrays;

/** A text with its evidence made visible, cut to what a reader needs. */
final class MarkedText {

    private static final int LONGEST = 800;
    private static final int BEFORE_FIRST_MARK = 200;
    private static final byte EXCLUDED = 1;
    private static final byte FORMER = 2;
    private static final byte EVIDENCE = 3;
    private static final String[] OPEN = {"", "<del>", "<mark class=\"former\">", "<mark>"};
    private static final String[] CLOSE = {"", "</del>", "</mark>", "</mark>"};

    private final String text;
    private final byte[] marks;

    /** @param before nullable. @param after nullable */
    MarkedText(String text, Decision before, Decision after) {
        this.text = text;
        this.marks = new byte[text.length()];
        if (after != null) {
            after.excluded().forEach(span -> mark(span.start(), span.end(), EXCLUDED));
        }
        evidence(before, FORMER);
        evidence(after, EVIDENCE);
    }

    void write(Html html) {
        int first = 0;
        while (first < marks.length && marks[first] == 0) {
            first++;
        }
        int start = text.length() <= LONGEST || first == marks.length ? 0 : Math.max(0, first - BEFORE_FIRST_MARK);
        int end = Math.min(text.length(), start + LONGEST);
        html.raw("<p class=\"text\">").text(start > 0 ? "……" : "");
        for (int i = whole(start); i < whole(end); ) {
            int next = i;
            while (next < whole(end) && marks[next] == marks[i]) {
                next++;
            }
            html.raw(OPEN[marks[i]]).text(text.substring(i, next)).raw(CLOSE[marks[i]]);
            i = next;
        }
        html.text(end < text.length() ? "……（全文 %,d 字）".formatted(text.length()) : "").raw("</p>");
    }

    /** Not in the middle of a character. */
    private int whole(int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private void evidence(Decision decision, byte mark) {
        if (decision != null) {
            decision.leads().forEach(lead -> lead.facts().forEach(fact -> mark(fact.start(), fact.end(), mark)));
        }
    }

    private void mark(int start, int end, byte mark) {
        if (start >= 0 && end <= marks.length && start < end) {
            Arrays.fill(marks, start, end, mark);
        }
    }
}
