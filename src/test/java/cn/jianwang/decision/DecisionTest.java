package cn.jianwang.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision.AgencyView;
import cn.jianwang.decision.Decision.Excluded;
import cn.jianwang.decision.Decision.FactView;
import cn.jianwang.decision.Decision.Lead;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.rulebook.Urgency;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core answers, on the small rules of the tests. */
class DecisionTest {

    private static Release release;

    @BeforeAll
    static void loadTheSmallRules(@TempDir Path folder) {
        release = Release.load(SmallRules.copyTo(folder).root());
    }

    private static GridEvent event(String fields) {
        EventReading reading = new EventReader().read(("{'sourceSystem':'YS','sourceEventId':'1'," + fields + "}").replace('\'', '"'));
        assertThat(reading.problems()).isEmpty();
        return reading.event();
    }

    private static Decision decide(String fields) {
        return release.decide(event(fields));
    }

    private static Decision decideText(String content) {
        return decide("'content':'" + content + "'");
    }

    @Test
    void whatALeadTypeConcernsBesidesComesAfterTheDomainsOfTheLeads(@TempDir Path folder) {
        SmallRules rules = SmallRules.copyTo(folder).replacing("vocabulary/lead-types.csv", "GY01-01,GY01,", "GY01-01,GY01；GY06,")
                .replacing("vocabulary/domains.csv", "GY05,", "GY06,未成年人,公益诉讼,\nGY05,");
        try (Release concerned = Release.load(rules.root())) {
            assertThat(concerned.decide(event("'content':'黑水流进河里。'")).domains()).containsExactly("GY01", "GY06");
            assertThat(concerned.decide(event("'content':'1.黑水流进河里。2.消防通道被车占了。'")).domains()).containsExactly("GY01", "GY05", "GY06");
            assertThat(concerned.decide(event("'content':'消防通道被车占了。'")).domains()).containsExactly("GY05");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "黑水流进河里。|B", "黑水流进河里，下游有死鱼。|A", "消防通道被车占了。|C", "黑水。|D", "未发现黑水流进河里。|D", "如果黑水流进河里怎么办。|D",
            "开展宣传，不要把黑水倒进河里。|D", "宣传时发现黑水流进河里。|B"})
    void theTierFollowsWhatIsAsserted(String content, Tier tier) {
        Decision decision = decideText(content);
        assertThat(decision.tier()).isEqualTo(tier);
        assertThat(decision.relevant()).isEqualTo(tier == Tier.A || tier == Tier.B);
        assertThat(decision.domains().isEmpty()).isEqualTo(tier == Tier.D);
        assertThat(decision.leads().isEmpty()).isEqualTo(tier == Tier.D);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "'content':'黑水流进河里，打了三次电话没人管。'",
            "'content':'黑水流进河里，城管和环保互相推。'",
            "'content':'黑水流进河里。','urgeCount':2",
            "'content':'黑水流进河里。','handling':[{'org':'环保','result':'已答复','satisfied':false}]",
            "'title':'打了三次电话没人管','content':'黑水流进河里。'"})
    void unmetDutyRaisesTheTierWhereverItIsWritten(String fields) {
        Decision decision = decide(fields);
        assertThat(decision.tier()).isEqualTo(Tier.A);
        assertThat(decision.leads().get(0).rules()).containsExactly("XS-01", "DW-01");
        assertThat(decide("'content':'黑水流进河里。','urgeCount':1").tier()).isEqualTo(Tier.B);
    }

    @Test
    void aMinorMatterThatNobodySolvedIsWorthALook() {
        assertThat(decideText("消防通道被车占了，城管和物业互相推。").tier()).isEqualTo(Tier.B);
    }

    @Test
    void anExclusionThatBlocksALeadIsExplained() {
        Decision decision = decideText("河里的黑水流进河里，已经清理干净。");
        assertThat(decision.tier()).isEqualTo(Tier.D);
        assertThat(decision.excluded()).singleElement().satisfies(excluded -> {
            assertThat(excluded.rule()).isEqualTo("PC-01");
            assertThat(excluded.reason()).contains("已经整改", "污水入河");
        });
        assertThat(String.join("", decision.explanation())).contains("PC-01");
        assertThat(decideText("黑水流进河里，清理干净又倒，打了三次电话没人管。").tier()).isEqualTo(Tier.A);
    }

    @Test
    void anExclusionThatStrikesAFactIsExplained() {
        Decision decision = decideText("厂里手续齐全，十二户人家嫌吵。");
        assertThat(decision.tier()).isEqualTo(Tier.D);
        assertThat(decision.excluded()).extracting(Excluded::rule).containsExactly("PC-02");
        assertThat(decideText("厂里没有手续，十二户人家嫌吵。").tier()).isEqualTo(Tier.B);
    }

    @Test
    void anActThatIsNotAssertedIsExplainedWithItsWords() {
        GridEvent event = event("'content':'巡查一遍，未发现黑水流进河里。'");
        assertThat(release.decide(event).excluded()).singleElement().satisfies(excluded -> {
            assertThat(excluded.reason()).contains("被否定", "污水入河");
            assertThat(event.text().substring(excluded.start(), excluded.end())).isEqualTo("流进河");
        });
    }

    @Test
    void aCapToNothingIsExplained() {
        Decision decision = decideText("黑水流进河里，请问赔偿怎么办理");
        assertThat(decision.tier()).isEqualTo(Tier.D);
        assertThat(decision.excluded()).extracting(Excluded::rule).contains("DW-03");
    }

    @Test
    void demandsAreJudgedAloneAndAnExclusionStaysInItsOwn() {
        String content = "1.河里的黑水流进河里，已经清理干净。2.消防通道被车占了，打了三次电话没人管。3.黑水流进溪里。";
        Decision decision = decideText(content);
        assertThat(decision.leads()).extracting(Lead::leadType).containsExactly("GY01-01", "GY05-03");
        assertThat(decision.leads()).extracting(Lead::tier).containsExactly(Tier.B, Tier.B);
        assertThat(decision.leads()).extracting(lead -> content.substring(lead.segment().start(), lead.segment().end()))
                .containsExactly("3.黑水流进溪里。", "2.消防通道被车占了，打了三次电话没人管。");
        assertThat(decision.domains()).containsExactly("GY01", "GY05");
        assertThat(decision.excluded()).extracting(excluded -> content.substring(excluded.start(), excluded.end()))
                .containsExactly("1.河里的黑水流进河里，已经清理干净。");
    }

    @Test
    void strongerLeadsComeFirst() {
        Decision decision = decideText("1.黑水流进溪里。2.消防通道被车占了。另外，黑水倒进河里，塘里有死鱼。");
        assertThat(decision.leads()).extracting(Lead::leadType).containsExactly("GY01-01", "GY05-03");
        assertThat(decision.leads()).extracting(Lead::tier).containsExactly(Tier.A, Tier.C);
        assertThat(decision.tier()).isEqualTo(Tier.A);
    }

    @Test
    void aRuleThatLacksOneFactIsANearMiss() {
        assertThat(decideText("楼上吵得睡不着。").nearMisses()).singleElement().satisfies(near -> {
            assertThat(near.rule()).isEqualTo("XS-03");
            assertThat(near.missing()).containsExactly("十户以上");
        });
        assertThat(decideText("十二户人家嫌吵。").nearMisses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "路灯不亮。|YS04", "请问社保怎么办理。|YS03", "消防通道被车占了。|-", "黑水流进河里。|-"})
    void whatIsNotForTheProcuratorateIsHandedOn(String content, String handoff) {
        Decision decision = decideText(content);
        assertThat(decision.handoff() == null ? null : decision.handoff().code()).isEqualTo(handoff);
        assertThat(decision.route() == null).isEqualTo(decision.tier() == Tier.D);
    }

    static Stream<String> messyTexts() {
        return Stream.of("黑水流进河里，鱼死了。", "😀黑 水\u200B流 进　河里，鱼死了😀", "ＡＢＣ　１２户\r\n黑水\t流进河里，塘里死鱼漂了。");
    }

    @ParameterizedTest
    @MethodSource("messyTexts")
    void evidenceQuotesTheOriginalText(String content) {
        for (String title : new String[] {null, "反映　问题😀"}) {
            GridEvent event = new GridEvent("YS", "1", title, content, null, null, null, null, null, null, null, List.of(), null, null,
                    null, null, List.of(), 0, null, List.of(), null, null);
            Lead lead = release.decide(event).leads().get(0);
            assertThat(lead.facts()).extracting(FactView::fact).contains("污水入河", "死鱼");
            assertThat(lead.facts()).allSatisfy(fact -> {
                assertThat(event.text().substring(fact.start(), fact.end())).isEqualTo(fact.text());
                assertThat(fact.start()).isGreaterThanOrEqualTo(lead.segment().start());
                assertThat(fact.end()).isLessThanOrEqualTo(lead.segment().end());
            });
        }
    }

    @Test
    void theExplanationNamesTextFactRuleAndTier() {
        assertThat(decideText("黑水流进河里。").explanation().get(0))
                .contains("「流进河」", "第 3–5 字", "污水入河", "XS-01", "GY01-01", "B 档");
    }

    @Test
    void theLawIsThatOfTheDay() {
        assertThat(lawOn("'occurTime':'2026-08-14T23:59:59+08:00'")).containsExactly("YJ-旧法-1");
        assertThat(lawOn("'occurTime':'2026-08-15T00:00:00+08:00'")).containsExactly("YJ-新法-1");
        assertThat(lawOn("'reportTime':'2026-08-14T12:00:00+08:00'")).containsExactly("YJ-旧法-1");
        assertThat(lawOn("'occurTime':'2026-08-14T12:00:00+08:00','reportTime':'2026-08-16T12:00:00+08:00'"))
                .containsExactly("YJ-旧法-1");
    }

    private static List<String> lawOn(String times) {
        return decide("'content':'黑水流进河里。'," + times).leads().get(0).legalBasis();
    }

    @Test
    void supervisingAndPunishingAgenciesAreNamedApart() {
        assertThat(decideText("黑水流进河里。").leads().get(0).agencies())
                .containsExactly(new AgencyView("生态环境", "监管"), new AgencyView("生态环境", "处罚"));
    }

    @Test
    void theCountyIsThatOfTheRegionCode() {
        Decision decision = decide("'content':'黑水流进河里。','region':{'village':'330803101201'}");
        assertThat(decision.route().procuratorate().name()).isEqualTo("乙区人民检察院");
        assertThat(decision.route().status()).isEqualTo("已定");
        assertThat(decision.leads().get(0).missingFacts()).containsExactly("排口位置");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"甲区那边黑水流进河里。|330802", "枫桥镇上坞村黑水流进河里。|330802", "石梁镇上坞村黑水流进河里。|330803"})
    void theCountyMayBeReadFromTheText(String content, String code) {
        assertThat(decideText(content).route().procuratorate().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"黑水流进河里。|缺地点", "上坞村黑水流进河里。|-", "枫桥镇和石梁镇之间黑水流进河里。|-", "甲区乙区交界黑水流进河里。|-"})
    void theCountyIsNeverGuessed(String content, String flag) {
        Decision decision = decideText(content);
        assertThat(decision.route().procuratorate()).isNull();
        assertThat(decision.route().status()).isEqualTo("待定");
        assertThat(decision.route().department()).isEqualTo("公益诉讼检察部门");
        assertThat(decision.quality().contains("缺地点")).isEqualTo(flag.equals("缺地点"));
        assertThat(decision.leads().get(0).missingFacts()).anyMatch(fact -> fact.startsWith("地点"));
    }

    @Test
    void aCodeThatContradictsTheAddressIsFlagged() {
        Decision decision = decide("'content':'黑水流进河里。','region':{'county':'330802000000'},'occurAddress':'石梁镇'");
        assertThat(decision.quality()).contains("地点矛盾");
        assertThat(decision.leads().get(0).missingFacts()).contains("地点核实");
    }

    @ParameterizedTest
    @CsvSource({"118.9, 28.9, ''", "28.9, 118.9, 坐标颠倒", "120.2, 30.3, 坐标超出本市范围"})
    void coordinatesAreOnlyChecked(double lon, double lat, String flag) {
        Decision decision = decide("'content':'黑水流进河里。','lon':" + lon + ",'lat':" + lat);
        assertThat(decision.quality()).filteredOn(quality -> quality.startsWith("坐标")).isEqualTo(flag.isEmpty() ? List.of() : List.of(flag));
        assertThat(decision.route().procuratorate()).isNull();
    }

    @Test
    void theUnitComplainedAboutDoesNotLearnOfIt() {
        String content = "'content':'黑水流进河里，两家互相推。'";
        assertThat(decide(content + ",'respondent':{'unit':'某某局'}").route().excludedUnits()).containsExactly("某某局");
        assertThat(decide(content).route().excludedUnits()).containsExactly("被反映单位");
        assertThat(decideText("黑水流进河里。").route().excludedUnits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "黑水流进河里。|2026-11-20T16:30:00+08:00|一般|2026-11-27T16:30:00+08:00",
            "黑水流进河里。|2026-11-21T09:00:00+08:00|一般|2026-11-27T09:00:00+08:00",
            "黑水流进河里。|2026-11-23T09:00:00+08:00|一般|2026-11-30T09:00:00+08:00",
            "黑水流进河里，塘里有死鱼。|2026-11-20T16:30:00+08:00|紧急|2026-11-21T16:30:00+08:00"})
    void workingDaysSkipTheWeekendAndHoursDoNot(String content, String reported, Urgency urgency, OffsetDateTime respondBy) {
        Decision decision = decide("'content':'" + content + "','reportTime':'" + reported + "'");
        assertThat(decision.urgency()).isEqualTo(urgency);
        assertThat(decision.respondBy()).isEqualTo(respondBy);
    }

    @Test
    void withoutAReportTimeOrAPushThereIsNoDeadline() {
        assertThat(decideText("黑水流进河里。").respondBy()).isNull();
        Decision watched = decide("'content':'消防通道被车占了。','reportTime':'2026-11-20T16:30:00+08:00'");
        assertThat(watched.urgency()).isEqualTo(Urgency.观察);
        assertThat(watched.respondBy()).isNull();
        assertThat(decideText("路灯不亮。").urgency()).isEqualTo(Urgency.无);
    }

    @Test
    void theIndexStaysInTheBandOfTheTier() {
        assertThat(decideText("消防通道被车占了。").leads().get(0).index()).isBetween(20, 44);
        assertThat(decideText("黑水流进河里。").leads().get(0).index()).isBetween(45, 69);
        assertThat(decideText("黑水流进河里，塘里有死鱼，打了三次电话没人管。").leads().get(0).index()).isBetween(70, 100);
    }

    @Test
    void aRowOnTrialNeverDecides() {
        assertThat(decideText("塘里有死鱼。").tier()).isEqualTo(Tier.D);
    }

    @Test
    void tagsFollowTheLeads() {
        assertThat(decideText("黑水流进河里。").tags()).containsExactly("守护碧水");
        assertThat(decideText("消防通道被车占了。").tags()).isEmpty();
    }

    @Test
    void theReceiptTellsNoReason() {
        Decision decision = decide("'content':'石梁镇黑水流进河里。','respondent':{'unit':'某某厂'}");
        assertThat(decision.receipt().text()).isEqualTo("您反映的情况已移送研判。").doesNotContain("污水", "GY01", "某某厂");
        assertThat(decideText("路灯不亮。").receipt().status()).isEqualTo("已收悉");
    }

    @Test
    void templatesAreFlagged() {
        assertThat(decideText("感谢您的来电。黑水流进河里。").quality()).contains("模板话术");
        assertThat(decideText("黑水流进河里。").quality()).doesNotContain("模板话术");
    }

    @Test
    void theSameEventGivesTheSameBytesOnManyThreads() throws Exception {
        List<GridEvent> events = IntStream.range(0, 200).mapToObj(i -> event("'content':'" + "1.黑水流进河里。".repeat(i % 3)
                + "2.消防通道被车占了，塘里有死鱼" + i + "条。" + (i % 2 == 0 ? "另外，已经清理干净。" : "请问怎么办理。") + "'")).toList();
        List<String> alone = events.stream().map(event -> JsonCodec.write(release.decide(event))).toList();
        Callable<List<String>> task = () -> events.stream().map(event -> JsonCodec.write(release.decide(event))).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<String>> together : pool.invokeAll(Collections.nCopies(8, task))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
