package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a thing is said to be so, and in what way. */
class AssertionTest {

    private static final Dictionary DICTIONARY = SmallLexicon.withCues()
            .part("宣讲词", "开展…行动").part("行为", "电鱼", "偷排", "挖砂", "塌", "投毒").part("无批准", "未经批准", "没有手续", "没人管").dictionary();
    private static final TextReader READER = new TextReader(DICTIONARY);

    private static Hit only(String concept, String text) {
        List<Hit> hits = READER.read(null, text).hits().stream().filter(hit -> hit.concept() == DICTIONARY.concept(concept)).toList();
        assertThat(hits).as(text).hasSize(1);
        return hits.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "有人电鱼。|肯定",
            "巡查未发现电鱼。|否定",
            "沿江走了一遍，未见有人在江边用逆变器电鱼。|否定",
            "这里没有偷排。|否定",
            "这里没有人偷排。|否定",
            "这里没有新的淤泥和偷排。|否定",
            "没有死鱼、油花及偷排。|否定",
            "没有看到什么东西，和去年一样偷排。|肯定",
            "没有装过滤设备和油池又天天偷排。|肯定",
            "厂里没有环评还继续生产并偷排。|肯定",
            "并非没有偷排。|肯定",
            "不是没有偷排，是没查。|肯定",
            "未发现异常，有人偷排。|肯定",
            "未发现异常但有人偷排。|肯定",
            "未发现异常却有人偷排。|肯定",
            "未发现异常。有人偷排。|肯定"})
    void negationReachesNoFurtherThanItsClause(String text, Polarity polarity) {
        assertThat(only("行为", text).polarity()).isEqualTo(polarity);
    }

    @ParameterizedTest
    @CsvSource({"他未经批准挖砂。", "他没有手续就挖砂。", "没人管，天天挖砂。"})
    void aViolationThatIsWordedAsANegationStaysAffirmed(String text) {
        assertThat(only("无批准", text).isAsserted()).isTrue();
        assertThat(only("行为", text).isAsserted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "有人电鱼。|已然",
            "如果有人偷排，请举报。|设想",
            "万一塌了怎么办。|设想",
            "如果没有人管，路面坏了，墙塌了。|设想",
            "已经塌了，万一伤人怎么办。|已然",
            "担心有人偷排。|设想",
            "担心得很，有人偷排。|已然",
            "请问电鱼要罚多少钱。|询问",
            "厂里偷排吗？|询问",
            "难道就让他们偷排吗？|已然",
            "凭什么让他们偷排，是否有人管？|已然",
            "听说上游有人偷排。|传闻",
            "有人偷排，听说是夜里。|已然",
            "开展禁止电鱼宣传。|宣讲",
            "宣传时讲到电鱼的危害。|宣讲",
            "宣传途中发现有人电鱼。|已然",
            "宣传活动结束但有人电鱼。|已然",
            "开展禁渔专项行动，讲解电鱼的危害。|宣讲",
            "开展宣传。有人电鱼。|已然",
            "发现有人电鱼，已开展宣传教育。|已然",
            "有人电鱼，网格员到场宣传。|已然",
            "禁止电鱼宣传活动。|宣讲",
            "建议查处偷排。|建议"})
    void modalityFollowsTheCuesOfTheSentence(String text, Modality modality) {
        assertThat(only("行为", text).modality()).isEqualTo(modality);
    }

    @Test
    void hearsayIsWeakButReal() {
        assertThat(only("行为", "听说上游有人偷排。").isAsserted()).isTrue();
        assertThat(only("行为", "如果上游有人偷排。").isAsserted()).isFalse();
    }

    @Test
    void aTurnEndsASupposition() {
        assertThat(only("行为", "如果天好就去但有人偷排").modality()).isEqualTo(Modality.已然);
    }

    @Test
    void eachHitIsJudgedByItsOwnClause() {
        List<Hit> hits = READER.read(null, "未发现电鱼，有人偷排，没有投毒。").hits().stream()
                .filter(hit -> hit.concept() == DICTIONARY.concept("行为")).toList();
        assertThat(hits).extracting(Hit::polarity).containsExactly(Polarity.否定, Polarity.肯定, Polarity.否定);
    }
}
