package cn.jianwang.language;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;

/** HanLP alone, as the floor that throughput is compared with. */
public final class BareSegmentation {

    private static final Segment SEGMENT = HanLP.newSegment();

    private BareSegmentation() {
    }

    /** Segments a text with HanLP's default segmenter and returns the number of words. */
    public static int run(String text) {
        return SEGMENT.seg(text).size();
    }
}
