package cn.jianwang.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rule authors are told about one text and about many events. */
class ExplainerTest {

    private static Release release;

    @BeforeAll
    static void loadSmallRules(@TempDir Path folder) {
        release = Release.load(SmallRules.copyTo(folder)
                .replacing("lexicon/common.csv", "污水,污水,字串,正式,测试", "污水,污水,字串,正式,测试\n消毒,消毒,字串,正式,测试").root());
    }

    private static GridEvent event(int number, String text) {
        return new GridEvent("甲", "" + number, null, text, Channel.OTHER, null, null, null, null, null, null, List.of(), null, null,
                null, null, List.of(), 0, null, List.of(), null, Map.of());
    }

    private static String overview(String text) {
        StringBuilder told = new StringBuilder();
        new Explainer(release, event(1, text)).overview().forEach(section -> told.append(section.title()).append('：')
                .append(String.join("\n", section.lines())).append('\n'));
        return told.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "黑水流进河里。 | 结论：B 档（待研判），领域 GY01",
            "黑水流进河里。 | 污水入河：「流进河」（TZ-01）",
            "黑水流进河里。 | XS-02「污水毒死鱼」，GY01-01，A 档起：还缺「死鱼」（鱼死了）",
            "未发现黑水流进河里。 | 文中有、但不算的事实：污水入河：「流进河」（TZ-01，被否定）",
            "门口洒了消毒水。 | 被陷阱或套话遮住的词：「消毒」在「消毒水」里，是词面陷阱，不算消毒",
            "黑水流进河里，已经清理干净。 | PC-01：已经整改，故不按「污水入河」处理",
            "塘里有死鱼。 | XS-04「试行的行」（试行，只记录）"})
    void theOverviewSaysWhatWasFoundAndWhatWasNot(String text, String expected) {
        assertThat(overview(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "XS-01 | 黑水流进河里。 | 条件成立。",
            "XS-02 | 黑水流进河里。 | 没有成立，只差一步：缺「死鱼」。",
            "XS-02 | 黑水流进河里。 | ✓ 须全有「污水入河」：「流进河」（TZ-01）",
            "XS-02 | 黑水流进河里。 | ✗ 行为（死鱼）：文中没有",
            "XS-02 | 路灯坏了。 | 没有成立：有 2 处不符。",
            "XS-01 | 未发现黑水流进河里。 | ✗ 须全有「污水入河」：「流进河」被否定，不算",
            "XS-01 | 黑水流进河里，已经清理干净。 | 条件成立，但被排除规则 PC-01「已经整改」挡住。",
            "XS-03 | 楼上吵。 | 怎样才算「十户以上」——SL-01：户数不小于 10",
            "XS-04 | 塘里有死鱼。 | 条件成立；还在试行，只记录，不影响结论。",
            "PC-01 | 已经清理干净，城管和物业互相推。 | ✗ 不得有「履职不到位」，而文中有：由登记信息或别的事实得出",
            "DW-01 | 黑水流进河里。 | 「履职不到位」由 TD-01 推出：须有其一 多次反映无果、推诿、处置不满意、多次催办；",
            "TZ-01 | 黑水流进河里。 | 由它认定了「污水入河」。",
            "TZ-01 | 黑水和河。 | ✗ 行为（排放）：文中没有",
            "TZ-02 | 消防通道很宽。 | ✓ 对象（通道）：有 「消防通道」"})
    void oneRuleIsToldConditionByCondition(String rule, String text, String expected) {
        assertThat(new Explainer(release, event(1, text)).rule(rule)).hasValueSatisfying(section ->
                assertThat(section.lines()).map(String::strip).contains(expected));
    }

    @Test
    void aRuleThatIsNotInForceHasNoExplanation() {
        assertThat(new Explainer(release, event(1, "黑水。")).rule("XS-99")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyEventThatLacksOneStepIsCounted(int threads) {
        List<String> texts = List.of("黑水流进河里。", "楼上吵。", "黑水流进河里，下游有死鱼。", "楼上吵，厂里手续齐全。", "路灯坏了。", "污水流进河里，已经清理干净。");
        Stream<GridEvent> events = IntStream.range(0, 1_200).mapToObj(i -> event(i, texts.get(i % texts.size())));
        Interceptions counted = Interceptions.count(release, events.iterator(), threads, 2);
        assertThat(counted.events()).isEqualTo(1_200);
        assertThat(counted.failed()).isZero();
        assertThat(counted.missing()).as("nothing is one step away where an exclusion stands in the way").containsExactly(
                new Interceptions.Missing(List.of("十户以上"), 200, 200,
                        List.of(new Interceptions.RuleCount("XS-03", "噪声扰民多户", 200, List.of("甲:1", "甲:7")))),
                new Interceptions.Missing(List.of("死鱼"), 200, 0,
                        List.of(new Interceptions.RuleCount("XS-02", "污水毒死鱼", 200, List.of("甲:0", "甲:6")))));
    }
}
