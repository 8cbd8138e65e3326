package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a text divides into demands, sentences and clauses. Expected pieces stand between bars. */
class LayoutTest {

    private static final TextReader READER = new TextReader(Dictionary.of(List.of()));

    private static Reading read(String title, String content) {
        return READER.read(title, content);
    }

    private static String segments(Reading reading) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < reading.layout().segments(); i++) {
            pieces.add(reading.quote(reading.layout().segmentStart(i), reading.layout().segmentEnd(i)));
        }
        return String.join("|", pieces);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
            "1.路灯不亮；2.通道被占；3.楼上装修吵。 # 1.路灯不亮；|2.通道被占；|3.楼上装修吵。",
            "反映两件事：1、路灯不亮。2、河水发黑。 # 反映两件事：|1、路灯不亮。|2、河水发黑。",
            "问题有：（1）路灯不亮。（2）河水发黑。 # 问题有：|（1）路灯不亮。|（2）河水发黑。",
            "①路灯不亮。②河水发黑。 # ①路灯不亮。|②河水发黑。",
            "一、路灯不亮。二、河水发黑。 # 一、路灯不亮。|二、河水发黑。",
            "一是路灯不亮，二是河水发黑，三是楼上吵。 # 一是路灯不亮，|二是河水发黑，|三是楼上吵。",
            "路灯不亮。另外，河水发黑。 # 路灯不亮。|另外，河水发黑。",
            "路灯不亮。此外河水发黑。 # 路灯不亮。|此外河水发黑。",
            "路灯不亮。还有一件，河水发黑。 # 路灯不亮。|还有一件，河水发黑。",
            "你好我反映第一个路灯不亮第二个河水发黑 # 你好我反映|第一个路灯不亮|第二个河水发黑"})
    void eachDemandIsASegment(String text, String expected) {
        assertThat(segments(read(null, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            "超标1.5倍，PM2.5达到3.2。",
            "从2026.5.1起一直这样。",
            "罚款1.2万元。1.5吨废渣倒进河里。",
            "他是不是一是一、二是二的人。",
            "第二个月还没有人来。",
            "路灯不亮还有声音。"})
    void decimalsAndLookalikesDoNotSplit(String text) {
        assertThat(segments(read(null, text))).isEqualTo(text);
    }

    @Test
    void theTitleIsASegmentOfItsOwn() {
        Reading reading = read("河水发黑", "下游有死鱼。");
        assertThat(reading.layout().hasTitle()).isTrue();
        assertThat(segments(reading)).isEqualTo("河水发黑\n|下游有死鱼。");
        assertThat(read("  ", "下游有死鱼。").layout().hasTitle()).isFalse();
    }

    @Test
    void numbersInTheTitleDoNotSplitIt() {
        assertThat(segments(read("反映：1.路灯 2.河水", "详见附件。"))).isEqualTo("反映：1.路灯 2.河水\n|详见附件。");
    }

    @Test
    void clausesAndSentencesEndAtTheirMarks() {
        Reading reading = read(null, "河水发黑，有臭味。鱼死了1,200条！");
        String text = reading.text().text();
        assertThat(reading.clauseOf(text.indexOf("有臭"))).isNotEqualTo(reading.clauseOf(0));
        assertThat(reading.layout().sentenceAt(text.indexOf("有臭"))).isEqualTo(reading.layout().sentenceAt(0));
        assertThat(reading.layout().sentenceAt(text.indexOf("鱼死"))).isNotEqualTo(reading.layout().sentenceAt(0));
        assertThat(reading.clauseOf(text.indexOf("200"))).isEqualTo(reading.clauseOf(text.indexOf("鱼死")));
    }

    @Test
    void neighbouringSentencesStayInsideTheSegment() {
        Reading reading = read(null, "甲。乙。丙。丁。另外，戊。");
        String text = reading.text().text();
        int sentence = reading.layout().sentenceAt(text.indexOf('丁'));
        int[] range = reading.layout().neighbouringSentences(sentence, reading.segmentOf(text.indexOf('丁')));
        assertThat(text.substring(range[0], range[1])).isEqualTo("丙。丁。");
    }
}
