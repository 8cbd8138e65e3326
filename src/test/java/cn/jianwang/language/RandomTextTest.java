package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however it is written. */
class RandomTextTest {

    private static final String VISIBLE = "污水电鱼，。！Ａｚ１Zz9 \u3000\u00A0\r\n\t\uD83D\uDE00㎡";
    private static final TextReader READER = new TextReader(SmallLexicon.withCues().part("毒", "毒").part("排污", "直排").part("河水", "河水")
            .part("往河里倒", "往…里倒").part("跑了几趟", "跑了#趟").part("电鱼器具", "逆变器").dictionary());

    @Property(tries = 500)
    void everySpanOfARandomTextFoldsToItselfAgain(@ForAll("messyTexts") String original) {
        NormalText text = NormalText.of(original);
        int before = 0;
        for (int at = 0; at < text.length(); at++) {
            int start = text.originalStart(at);
            int end = text.originalEnd(at + 1);
            assertThat(start).isGreaterThanOrEqualTo(before);
            assertThat(end).isBetween(start + 1, original.length());
            assertThat(NormalText.of(original.substring(start, end)).text()).isEqualTo(text.text().substring(at, at + 1));
            before = end;
        }
        assertThat(text.originalStart(text.length())).isEqualTo(original.length());
    }

    @Property(tries = 500)
    void foldingTwiceChangesNothingMore(@ForAll("visibleTexts") String original) {
        String once = NormalText.of(original).text();
        assertThat(NormalText.of(once).text()).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> messyTexts() {
        return Arbitraries.strings().withChars(VISIBLE + "\u200B\u200D\uFEFF\u2060").ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> visibleTexts() {
        return Arbitraries.strings().withChars(VISIBLE).ofMaxLength(60);
    }

    @Property(tries = 300)
    void piecesCoverEveryPositionWithoutGapOrOverlap(@ForAll("laidOutTexts") String text) {
        Reading reading = READER.read(null, text);
        int length = reading.text().length();
        int end = 0;
        for (int i = 0; i < reading.layout().segments(); i++) {
            assertThat(reading.layout().segmentStart(i)).isEqualTo(end);
            end = reading.layout().segmentEnd(i);
        }
        assertThat(end).isEqualTo(length);
        for (int at = 0; at < length; at++) {
            Layout layout = reading.layout();
            assertThat(at).isBetween(layout.clauseStart(reading.clauseOf(at)), layout.clauseEnd(reading.clauseOf(at)) - 1);
            assertThat(layout.clauseStart(reading.clauseOf(at)))
                    .isGreaterThanOrEqualTo(layout.sentenceStart(reading.layout().sentenceAt(at)));
            assertThat(layout.sentenceStart(reading.layout().sentenceAt(at)))
                    .isGreaterThanOrEqualTo(layout.segmentStart(reading.segmentOf(at)));
        }
    }

    @Provide
    Arbitrary<String> laidOutTexts() {
        return Arbitraries.of("河水", "发黑", "，", "。", "；", "\n", "1.", "2、", "一是", "二是", "另外", "第一个", "1.5", "（1）", "：")
                .list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 400)
    void everyHitOfARandomTextQuotesAWordOfItsConcept(@ForAll("wordyTexts") String text) {
        Reading reading = READER.read(null, text);
        for (Hit hit : reading.hits()) {
            assertThat(hit.start()).isLessThan(hit.end());
            String normal = NormalText.normalise(reading.quote(hit.start(), hit.end()));
            assertThat(READER.read(null, normal).hits()).as("%s in %s", normal, text)
                    .extracting(Hit::concept).contains(hit.concept());
        }
    }

    @Provide
    Arbitrary<String> wordyTexts() {
        return Arbitraries.of("直排", "往", "里倒", "河", "跑了", "三", "趟", "毒", "病", "消", "逆变器", "，", "。", " ", "\u200B", "\uD83D\uDE00",
                "Ａ", "河水").list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    }
}
