package cn.jianwang.language;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/** The words of a text as HanLP cuts it, without a lexicon of our own: what a text says to somebody who knows no rule. */
public final class Words {

    private static final Segment SEGMENT = HanLP.newSegment().enablePartOfSpeechTagging(false).enableCustomDictionary(false);
    private static final String NUMBER = "#";

    private Words() {
    }

    /** Words of the normal text in their order; every number is {@code #}, and what holds neither letter nor digit is left out. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Term term : SEGMENT.seg(NormalText.of(text).text())) {
            String word = term.word.strip();
            if (word.chars().anyMatch(Character::isDigit)) {
                words.add(NUMBER);
            } else if (word.codePoints().anyMatch(Character::isLetter)) {
                words.add(word);
            }
        }
        return words;
    }
}
