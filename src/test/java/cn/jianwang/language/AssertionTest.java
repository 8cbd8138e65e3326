package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a word is meant, told by the words around it. */
class AssertionTest {
    private static final Dictionary DICTIONARY = Dictionary.of(List.of(
            new Term("电鱼", "电鱼", true), new Term("偷排", "偷排", false), new Term("倾倒", "倾倒", false),
            new Term("未经批准", "未批", false), new Term("没人管", "没人管", false), new Term("塌", "塌", false),
            new Term("毒", "毒", false), new Term("消毒", "词面陷阱", false),
            new Term("未发现", "未见词", false), new Term("没有", "否定词", true), new Term("不是没有", "双重否定词", false),
            new Term("但", "转折词", true), new Term("如果", "设想词", false), new Term("担心", "担忧词", false),
            new Term("请问", "询问词", false), new Term("是否", "询问词", false), new Term("难道", "反问词", false),
            new Term("听说", "传闻词", false), new Term("开展…宣传", "宣讲词", false), new Term("发现", "发现词", false),
            new Term("建议", "建议词", true)));
    private static final TextReader READER = new TextReader(DICTIONARY);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "夜里有人电鱼,电鱼,肯定,已然",
        "巡查未发现电鱼、偷排行为,偷排,否定,已然",
        "没有偷排,偷排,否定,已然",
        "不是没有偷排,偷排,肯定,已然",
        "未发现异常但有人偷排,偷排,肯定,已然",
        "未经批准倾倒渣土,倾倒,肯定,已然",
        "未经批准倾倒渣土,未批,肯定,已然",
        "如果建成，会偷排,偷排,肯定,设想",
        "担心有人偷排,偷排,肯定,设想",
        "请问偷排归谁管,偷排,肯定,询问",
        "难道是否偷排都没人管,没人管,肯定,已然",
        "听说上游有人偷排,偷排,肯定,传闻",
        "今日开展禁渔宣传，讲解电鱼的危害,电鱼,肯定,宣讲",
        "今日开展禁渔宣传，发现有人电鱼,电鱼,肯定,已然",
        "建议严查偷排,偷排,肯定,建议"})
    void wordsAreMeantAsTheirContextSays(String text, String concept, Polarity polarity, Modality modality) {
        Hit hit = only(text, concept);
        assertThat(hit.polarity()).isEqualTo(polarity);
        assertThat(hit.modality()).isEqualTo(modality);
    }

    @Test
    void aScopeEndsWithItsSentence() {
        assertThat(only("如果下雨就走。有人偷排。", "偷排").isAsserted()).isTrue();
    }

    @Test
    void aWholeWordIsNotCutOutOfOtherWords() {
        assertThat(concepts("给供电鱼塘送水")).doesNotContain("电鱼");
    }

    @Test
    void aTrapHidesTheWordInsideIt() {
        assertThat(concepts("现场已消毒")).doesNotContain("毒");
        assertThat(concepts("往河里投毒")).contains("毒");
    }

    @Test
    void twoDictionariesDoNotSeeEachOthersWords() {
        TextReader other = new TextReader(Dictionary.of(List.of(new Term("偷排", "别的", false))));
        assertThat(concepts("偷排")).containsExactly("偷排");
        Reading reading = other.read(null, "偷排电鱼");
        assertThat(reading.hits()).hasSize(1);
    }

    private static Hit only(String text, String concept) {
        return READER.read(null, text).hits().stream().filter(h -> h.concept() == DICTIONARY.concept(concept)).findFirst()
                .orElseThrow(() -> new AssertionError("没有找到 " + concept));
    }

    private static List<String> concepts(String text) {
        return READER.read(null, text).hits().stream().map(h -> DICTIONARY.conceptName(h.concept())).toList();
    }
}
