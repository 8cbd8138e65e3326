package cn.jianwang.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of status 试行 are tried and told, and never decide. */
class ShadowTest {

    private static final String BLACK_WATER = "黑水流进河里。";

    @TempDir
    private Path folder;
    private SmallRules rules;

    /** With second ways to those facts whose usual way is put on trial: rows that decide may rest only on what decides. */
    @BeforeEach
    void copyTheSmallRules() {
        rules = SmallRules.copyTo(folder).replacing("leads/GY01.csv", "XS-04,试行,GY01-01,试行的行,死鱼,,,A", "XS-04,停用,GY01-01,试行的行,死鱼,,,A")
                .replacing("fact-patterns/common.csv", "TZ-01,", "TZ-91,正式,污水入河,,电鱼,水体,,同句,不成立,不成立,,\nTZ-01,")
                .replacing("quantities.csv", "SL-01,", "SL-91,正式,十户以上,人数,100,,,,,,\nSL-01,")
                .replacing("derived-facts.csv", "TD-01,", "TD-91,正式,履职不到位,渠道网格巡查；诉求目的举报,,,\nTD-01,");
    }

    private static GridEvent event(String content) {
        return new EventReader().read("{\"sourceSystem\":\"YS\",\"sourceEventId\":\"1\",\"content\":\"" + content + "\"}").event();
    }

    private List<ShadowHit> hits(String content) {
        return Release.load(rules.root()).verdict(event(content)).shadow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "leads/GY01.csv|XS-04,停用,|XS-04,试行,|死鱼一片。|XS-04|档位 D→A",
            "leads/GY01.csv|XS-01,正式,|XS-01,试行,|黑水流进河里。|XS-01|档位 D→B",
            "leads/GY05.csv|XS-11,正式,|XS-11,试行,|消防通道被车占了。|XS-11|新增线索 GY05-03",
            "exclusions/common.csv|PC-01,正式,|PC-01,试行,|河里的黑水清理干净了，黑水流进河里。|PC-01|档位 B→D",
            "exclusions/common.csv|PC-02,正式,|PC-02,试行,|厂里手续齐全，就是吵，十二户都嫌吵。|PC-02|去掉线索 GY01-09",
            "derived-facts.csv|TD-01,正式,|TD-01,试行,|黑水流进河里，打了三次电话没人管。|TD-01|档位 B→A",
            "tiers.csv|DW-01,正式,|DW-01,试行,|黑水流进河里，打了三次电话没人管。|DW-01|档位 B→A",
            "urgency.csv|JJ-01,正式,|JJ-01,试行,|黑水流进河里，鱼死了一片。|JJ-01|紧急程度 一般→紧急",
            "tags.csv|BQ-01,正式,|BQ-01,试行,|黑水流进河里。|BQ-01|新增标签 守护碧水",
            "handoff.csv|YS-03-01,正式,|YS-03-01,试行,|请问怎么办理。|YS-03-01|移送去向 YS04→YS03",
            "scoring.csv|FZ-01,正式,|FZ-01,试行,|消防通道被车占了，鱼死了一片。|FZ-01|成案指数",
            "fact-patterns/common.csv|TZ-01,正式,|TZ-01,试行,|黑水流进河里。|TZ-01|档位 D→B",
            "quantities.csv|SL-01,正式,|SL-01,试行,|十二户都嫌吵。|SL-01|新增线索 GY01-09"})
    void eachKindOfRowIsToldWithWhatItWouldChange(String file, String old, String now, String content, String row, String change) {
        String official = JsonCodec.write(Release.load(rules.replacing(file, old, old.replace("正式", "停用")).root()).decide(event(content)));
        rules.replacing(file, old.replace("正式", "停用"), now);
        Verdict verdict = Release.load(rules.root()).verdict(event(content));
        assertThat(verdict.shadow()).singleElement().satisfies(hit -> {
            assertThat(hit.row()).isEqualTo(row);
            assertThat(String.join("；", hit.changes())).contains(change);
            assertThat(hit.joint()).isFalse();
        });
        assertThat(withoutIdentity(JsonCodec.write(verdict.decision()))).as("as if the row were 停用").isEqualTo(withoutIdentity(official));
    }

    /** Two rule sets that differ in one status have different hashes, and ids made from them. */
    private static String withoutIdentity(String json) {
        return json.replaceAll("\"decisionId\":\"[^\"]*\"", "").replaceAll("\"sha256\":\"[^\"]*\"", "");
    }

    @Test
    void aWordOnTrialIsToldByItself() {
        rules.replacing("lexicon/common.csv", "黑水,", "大塘,水体,字串,试行,测试\n黑水,");
        assertThat(hits("黑水流进大塘里。")).singleElement().satisfies(hit -> {
            assertThat(hit.row()).isEqualTo("大塘");
            assertThat(hit.changes()).contains("档位 D→B", "新增线索 GY01-01");
        });
        assertThat(hits(BLACK_WATER)).isEmpty();
    }

    @Test
    void aPatternAndTheRuleThatRestsOnItAreToldTogether() {
        rules.replacing("fact-patterns/common.csv", "TZ-01,正式,", "TZ-01,试行,").replacing("leads/GY01.csv", "XS-01,正式,", "XS-01,试行,");
        List<ShadowHit> hits = hits(BLACK_WATER);
        assertThat(hits).extracting(ShadowHit::row).containsExactly("TZ-01", "XS-01");
        assertThat(hits).allSatisfy(hit -> {
            assertThat(hit.joint()).isTrue();
            assertThat(hit.changes()).contains("档位 D→B");
        });
    }

    @Test
    void aDerivationOnTrialReachesTheRowsThatJudgeTheWholeEvent() {
        rules.replacing("derived-facts.csv", "TD-01,正式,", "TD-01,试行,")
                .replacing("urgency.csv", "JJ-01,正式,紧急,GY01,A；B,死鱼", "JJ-01,正式,紧急,GY01,A；B,履职不到位");
        assertThat(hits("黑水流进河里，打了三次电话没人管。")).singleElement()
                .satisfies(hit -> assertThat(hit.changes()).contains("档位 B→A", "紧急程度 一般→紧急"));
    }

    @Test
    void anAmountOnTrialIsTriedOnFieldsToo() {
        rules.replacing("quantities.csv", "SL-01,", "SL-02,试行,十户以上,人数,30,,,,,,\nSL-01,");
        GridEvent event = new EventReader().read("{\"sourceSystem\":\"YS\",\"sourceEventId\":\"1\",\"content\":\"楼上天天吵。\",\"personCount\":40}").event();
        assertThat(Release.load(rules.root()).verdict(event).shadow()).singleElement().satisfies(hit -> {
            assertThat(hit.row()).isEqualTo("SL-02");
            assertThat(hit.changes()).contains("新增线索 GY01-09");
        });
    }

    @Test
    void aRowThatFiresAndChangesNothingIsToldWithoutChanges() {
        rules.replacing("leads/GY01.csv", "XS-04,停用,GY01-01,试行的行,死鱼,,,A", "XS-04,试行,GY01-01,试行的行,死鱼,,,C");
        assertThat(hits("黑水流进河里，鱼死了一片。")).singleElement().satisfies(hit -> assertThat(hit.changes()).isEmpty());
    }

    @Test
    void whatDoesNotFireIsNotTold() {
        rules.replacing("leads/GY01.csv", "XS-04,停用", "XS-04,试行").replacing("tags.csv", "BQ-01,正式", "BQ-01,试行");
        assertThat(hits("路灯不亮。")).isEmpty();
    }
}
