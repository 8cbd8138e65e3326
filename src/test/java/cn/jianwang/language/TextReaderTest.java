package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of the lexicon are found in a text, and where. */
class TextReaderTest {

    private static final Dictionary DICTIONARY = SmallLexicon.withCues()
            .word("电鱼", "电鱼").part("电鱼器具", "逆变器").part("毒", "毒").part("排污", "排污水", "直排").part("河水", "河水")
            .part("查询电话", "来电").part("往河里倒", "往…里倒").part("跑了几趟", "跑了#趟").part("价格", "(1+1)*.?").dictionary();
    private static final TextReader READER = new TextReader(DICTIONARY);

    private static List<String> found(TextReader reader, Dictionary dictionary, String concept, String text) {
        Reading reading = reader.read(null, text);
        return reading.hits().stream().filter(hit -> hit.concept() == dictionary.concept(concept))
                .map(hit -> reading.quote(hit.start(), hit.end())).toList();
    }

    private static List<String> found(String concept, String text) {
        return found(READER, DICTIONARY, concept, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"有人在江边电鱼。", "电鱼", "用逆变器电鱼被抓"})
    void aWholeWordIsFoundWhereItStandsAlone(String text) {
        assertThat(found("电鱼", text)).containsExactly("电鱼");
    }

    @Test
    void aWholeWordIsNotCutOutOfOtherWords() {
        assertThat(found("电鱼", "供电鱼塘需要检修。")).isEmpty();
    }

    @Test
    void aPartIsFoundAnywhere() {
        assertThat(found("排污", "这厂排污水到河里")).containsExactly("排污水");
    }

    @Test
    void aTrapHidesTheWordsInsideIt() {
        assertThat(found("毒", "教室喷了消毒水，查出病毒")).isEmpty();
        assertThat(found("毒", "教室消毒后有人投毒")).containsExactly("毒");
    }

    @Test
    void aTemplatePhraseHidesTheWordsInsideIt() {
        assertThat(found("查询电话", "感谢您的来电。")).isEmpty();
        assertThat(found("查询电话", "接来电。感谢您的来电。")).containsExactly("来电");
    }

    @Test
    void hitsQuoteTheOriginalWriting() {
        assertThat(found("电鱼", "有人 电 鱼")).containsExactly("电 鱼");
        assertThat(found("排污", "直\u200B排")).containsExactly("直\u200B排");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "往河里倒垃圾|往河里倒",
            "往门口的水渠里倒垃圾|往门口的水渠里倒",
            "往里倒车|往里倒",
            "往一二三四五六七八里倒|往一二三四五六七八里倒",
            "往一二三四五六七八九里倒|-",
            "往河边走，桶里倒满|-",
            "往河边走。桶里倒满|-"})
    void aGapIsZeroToEightCharactersInsideAClause(String text, String expected) {
        assertThat(found("往河里倒", text)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "跑了三趟|跑了三趟", "跑了12趟|跑了12趟", "跑了十几趟|跑了十几趟", "跑了好几趟|跑了好几趟", "跑了趟|-", "跑了很多趟|-"})
    void aNumberSignIsOneNumber(String text, String expected) {
        assertThat(found("跑了几趟", text)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void everythingElseInAWordIsLiteral() {
        assertThat(found("价格", "标价(1+1)*.?元")).containsExactly("(1+1)*.?");
        assertThat(found("价格", "标价(11)元，111")).isEmpty();
    }

    @Test
    void regularExpressionsInAPatternWordAreLiteralToo() {
        Dictionary dictionary = new SmallLexicon().part("式", "a.*…b\\Q(").dictionary();
        TextReader reader = new TextReader(dictionary);
        assertThat(found(reader, dictionary, "式", "看 a.*xb\\q(")).containsExactly("a.*xb\\q(");
        assertThat(found(reader, dictionary, "式", "看 aaxb\\q(")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"…", "#", "…#"})
    void aWordOfWildcardsAloneIsRefused(String word) {
        assertThatThrownBy(() -> new SmallLexicon().part("空", word).dictionary()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoDictionariesSideBySideDoNotSeeEachOthersWords() {
        Dictionary fish = new SmallLexicon().word("捕捞", "电鱼", "下地笼网").dictionary();
        Dictionary pond = new SmallLexicon().word("供电", "供电鱼塘").word("网", "地笼").dictionary();
        TextReader fishReader = new TextReader(fish);
        TextReader pondReader = new TextReader(pond);
        for (int round = 0; round < 3; round++) {
            assertThat(found(fishReader, fish, "捕捞", "有人电鱼，又下地笼网")).containsExactly("电鱼", "下地笼网");
            assertThat(found(pondReader, pond, "供电", "供电鱼塘停电")).containsExactly("供电鱼塘");
            assertThat(pondReader.read(null, "有人电鱼").hits()).isEmpty();
            assertThat(fishReader.read(null, "供电鱼塘停电").hits()).isEmpty();
        }
        assertThat(fish.concept("供电")).isNegative();
    }

    @Test
    void theOrderOfTermsDoesNotMatter() {
        List<Term> terms = new java.util.ArrayList<>(SmallLexicon.withCues().word("电鱼", "电鱼").part("毒", "毒").terms());
        Dictionary ordered = Dictionary.of(terms);
        Collections.shuffle(terms, new Random(7));
        Dictionary shuffled = Dictionary.of(terms);
        String text = "听说有人电鱼，未发现投毒。";
        assertThat(new TextReader(shuffled).read(null, text).hits()).isEqualTo(new TextReader(ordered).read(null, text).hits());
    }

    @Test
    void manyThreadsReadTheSame() throws Exception {
        List<String> texts = IntStream.range(0, 300).mapToObj(i -> "未发现电鱼，但厂里直排河水" + i + "次。供电鱼塘" + "消毒".repeat(i % 5)
                + "，听说有人电鱼" + i + "斤；往河里倒了" + i + "车。").toList();
        List<List<Hit>> alone = texts.stream().map(text -> READER.read(null, text).hits()).toList();
        Callable<List<List<Hit>>> task = () -> texts.stream().map(text -> READER.read(null, text).hits()).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<List<Hit>>> together : pool.invokeAll(Collections.nCopies(8, task))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aTextOf45000UnitsIsReadToItsEnd() {
        String text = "巡查河水，路面干净。".repeat(4_500) + "有人电鱼。";
        assertThat(found("电鱼", text)).containsExactly("电鱼");
        assertThat(found("河水", text)).hasSize(4_500);
    }
}
