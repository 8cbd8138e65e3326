package cn.jianwang.language;

import java.util.List;

/**
 * What the language layer understood of one text.
 *
 * @param hits       concept hits ordered by start, then end, then concept; cues included
 * @param quantities amounts ordered by start
 */
public record Reading(NormalText text, Layout layout, List<Hit> hits, List<Quantity> quantities) {

    /** The original text of a span of the normal text. */
    public String quote(int start, int end) {
        return text.original().substring(text.originalStart(start), text.originalEnd(end));
    }

    public int clauseOf(int position) {
        return layout.clauseAt(position);
    }

    public int segmentOf(int position) {
        return layout.segmentAt(position);
    }
}
