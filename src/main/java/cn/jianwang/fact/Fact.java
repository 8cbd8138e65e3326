package cn.jianwang.fact;

import cn.jianwang.language.Modality;
import cn.jianwang.language.Polarity;

/**
 * A fact found in one segment of a text.
 *
 * @param name     a name of the fact vocabulary
 * @param segment  number of the segment in the text's layout
 * @param start    start of the evidence in the normal text
 * @param end      end (exclusive) of the evidence in the normal text
 * @param source   id of the pattern or quantity row that found it
 */
public record Fact(String name, int segment, int start, int end, Polarity polarity, Modality modality, String source) {

    /** Affirmed and said to have happened or to go on. */
    public boolean isAsserted() {
        return polarity == Polarity.肯定 && modality.isReal();
    }
}
