package cn.jianwang.difference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The causes that are found, against trying every set of edits. */
class AttributionTest {

    private static final int MOST_EDITS = 7;
    private static final String LEADS = "leads/GY01.csv";

    /** Changes that a prosecutor may make: file, old text, new text. Some need others to be sound. */
    private static final List<List<String>> CHANGES = List.of(
            List.of(LEADS, "污水入河,污水入河,,,B", "污水入河,污水入河,,,C"),
            List.of(LEADS, "污水入河,污水入河,,,", "污水入河,污水入河,,推诿,"),
            List.of(LEADS, "噪声扰民多户,噪声扰民；十户以上", "噪声扰民多户,噪声扰民"),
            List.of(LEADS, "噪声扰民；十户以上", "十户以上；噪声扰民"),
            List.of(LEADS, "XS-04,试行,GY01-01,试行的行,死鱼,,,A", "XS-04,正式,GY01-01,试行的行,死鱼,,,C"),
            List.of(LEADS, "YJ-新法-1,生态环境,死鱼照片", ",生态环境,死鱼照片"),
            List.of("leads/GY05.csv", "通道堵占,,,C", "通道堵占,,,B"),
            List.of("tiers.csv", "DW-01,正式,*,B", "DW-01,正式,GY05,B"),
            List.of("tiers.csv", "DW-02,正式,*,C,履职不到位", "DW-02,正式,*,C,推诿"),
            List.of("exclusions/common.csv", "已整改,,履职不到位,GY01", "已整改,,,GY01"),
            List.of("exclusions/common.csv", "有手续,,,噪声扰民", "有手续,,,GY01"),
            List.of("fact-patterns/common.csv", "TZ-05,正式,死鱼", "TZ-05,停用,死鱼"),
            List.of("fact-patterns/common.csv", "TZ-07,正式,推诿,,推诿,,,同句,照样成立", "TZ-07,正式,推诿,,推诿,,,同句,不成立"),
            List.of("lexicon/common.csv", "黑水,污水,字串,正式", "黑水,污水,字串,停用"),
            List.of("lexicon/common.csv", "占了,堵占,字串,正式,测试", "占了,堵占,字串,正式,测试\n堵了,堵占,字串,正式,测试"),
            List.of("lexicon/common.csv", "河,水体,字串,正式,测试", "河,水体,字串,正式,测试\n黑水流进河,词面陷阱,字串,正式,测试"),
            List.of("derived-facts.csv", "多次反映无果；推诿；处置不满意", "多次反映无果；处置不满意"),
            List.of("scoring.csv", "死鱼,,,30", "死鱼,,,45"),
            List.of("urgency.csv", "JJ-01,正式,紧急", "JJ-01,正式,特急"),
            List.of("receipts.csv", "HZ-01,正式,A；B", "HZ-01,正式,A"),
            List.of("routing.csv", "FL-01,正式,GY01,推诿", "FL-01,正式,GY05,推诿"),
            List.of("handoff.csv", "YS-04-01,正式,YS04", "YS-04-01,正式,YS02"));

    /** A new fact from its name to the rule that asks for it: four rows that stand or fall together. */
    private static final List<List<String>> NEW_FACT = List.of(
            List.of("vocabulary/facts/common.csv", "死鱼,后果,鱼死了", "死鱼,后果,鱼死了\n夜间偷排,行为,半夜排放"),
            List.of("lexicon/common.csv", "河,水体,字串,正式,测试", "河,水体,字串,正式,测试\n半夜,夜间,字串,正式,测试"),
            List.of("fact-patterns/common.csv", "TZ-05,", "TZ-20,正式,夜间偷排,夜间,排放,,,同句,不成立,不成立,,\nTZ-05,"),
            List.of(LEADS, "XS-04,", "XS-20,正式,GY01-01,夜间偷排,夜间偷排,,,A,,,,,,,,,甲,乙\nXS-04,"));

    private static final List<String> TEXTS = List.of("黑水流进河里。", "黑水流进河里，下游有死鱼。", "塘里有死鱼，城管和物业互相推。", "消防通道被车占了。",
            "消防通道被车堵了，打了三次电话没人管。", "楼上吵，十二户都嫌吵。", "楼上吵，厂里手续齐全。", "河里的黑水流进河里，已经清理干净，城管和物业互相推。",
            "半夜黑水流进河里。", "请问排污许可怎么办理。", "消毒水倒进河里。");

    @TempDir
    private Path folder;

    private static GridEvent event(int number) {
        return new GridEvent("甲", "" + number, null, TEXTS.get(number), Channel.OTHER, null, null, null, null, null, null, List.of(),
                null, null, null, null, List.of(), 0, null, List.of(), null, Map.of());
    }

    private RuleEdits edits(String name, List<List<String>> changes) throws IOException {
        Path old = Files.createDirectories(folder.resolve(name + "-old"));
        Path now = Files.createDirectories(folder.resolve(name + "-new"));
        SmallRules.copyTo(old);
        SmallRules changed = SmallRules.copyTo(now);
        for (List<String> change : changes) {
            changed.replacing(change.get(0), change.get(1), change.get(2));
        }
        return RuleEdits.between(old, now);
    }

    private static List<DecisionChange> changes(RuleComparison comparison) {
        return comparison.decide(IntStream.range(0, TEXTS.size()).mapToObj(AttributionTest::event).iterator()).changes();
    }

    /** All sound sets of the smallest size under which an event is decided as under the new rules; builds every set whole. */
    private static List<List<List<Integer>>> bruteForce(RuleEdits edits, List<DecisionChange> changes, Release any) {
        int count = edits.edits().size();
        List<List<List<Integer>>> smallest = new ArrayList<>();
        changes.forEach(change -> smallest.add(new ArrayList<>()));
        for (int mask = 0; mask < 1 << count; mask++) {
            BitSet set = BitSet.valueOf(new long[] {mask});
            RulebookReader.Result result = edits.after(set).inspect();
            if (!result.isSound()) {
                continue;
            }
            try (Release release = any.variant(result.rulebook())) {
                for (int i = 0; i < changes.size(); i++) {
                    Decision decision = release.decide(changes.get(i).event());
                    if (Aspect.changed(decision, changes.get(i).after()).isEmpty()) {
                        keepSmallest(smallest.get(i), Attribution.bits(set));
                    }
                }
            }
        }
        return smallest;
    }

    private static void keepSmallest(List<List<Integer>> smallest, List<Integer> set) {
        if (!smallest.isEmpty() && smallest.get(0).size() > set.size()) {
            smallest.clear();
        }
        if (smallest.isEmpty() || smallest.get(0).size() == set.size()) {
            smallest.add(set);
        }
    }

    private void agreesWithBruteForce(RuleEdits edits) {
        try (RuleComparison comparison = RuleComparison.of(edits, 2);
             Release any = Release.load(edits.oldFolder())) {
            List<DecisionChange> changes = changes(comparison);
            List<Cause> causes = comparison.causes(changes);
            List<List<List<Integer>>> expected = bruteForce(edits, changes, any);
            assertThat(causes).hasSameSizeAs(changes);
            for (int i = 0; i < changes.size(); i++) {
                assertThat(causes.get(i).certainty()).isEqualTo(Cause.Certainty.最少);
                assertThat(causes.get(i).sets()).as("%s%n%s", changes.get(i).event().content(), edits.edits())
                        .containsExactlyInAnyOrderElementsOf(expected.get(i));
            }
            shrinksToSetsWithoutSurplus(edits, comparison, changes, any);
        }
    }

    /** Where nothing may be tried in rising size, what is left is a sound set of which no single edit can be dropped. */
    private static void shrinksToSetsWithoutSurplus(RuleEdits edits, RuleComparison comparison, List<DecisionChange> changes, Release any) {
        List<Cause> causes = comparison.causes(changes, new Attribution.Limits(0, 0, 10_000));
        for (int i = 0; i < changes.size(); i++) {
            assertThat(causes.get(i).certainty()).isEqualTo(Cause.Certainty.不可再减);
            BitSet set = new BitSet();
            causes.get(i).sets().get(0).forEach(set::set);
            assertThat(decidesAsNew(edits, set, changes.get(i), any)).isTrue();
            for (int edit : Attribution.bits(set)) {
                BitSet fewer = (BitSet) set.clone();
                fewer.clear(edit);
                assertThat(decidesAsNew(edits, fewer, changes.get(i), any)).isFalse();
            }
        }
    }

    private static boolean decidesAsNew(RuleEdits edits, BitSet set, DecisionChange change, Release any) {
        RulebookReader.Result result = edits.after(set).inspect();
        if (!result.isSound()) {
            return false;
        }
        try (Release release = any.variant(result.rulebook())) {
            return Aspect.changed(release.decide(change.event()), change.after()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theCauseIsTheSmallestOfAllSets(long seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> pool = new ArrayList<>(CHANGES);
        Collections.shuffle(pool, random);
        List<List<String>> chosen = new ArrayList<>();
        RuleEdits edits = null;
        for (int i = 0; i < pool.size(); i++) {
            List<List<String>> more = new ArrayList<>(chosen);
            more.add(pool.get(i));
            RuleEdits larger;
            try {
                larger = edits(seed + "-" + i, more);
            } catch (IllegalArgumentException twoChangesOfOneCell) {
                continue;
            }
            if (larger.edits().size() > MOST_EDITS) {
                break;
            }
            chosen = more;
            edits = larger;
        }
        assertThat(edits).isNotNull();
        agreesWithBruteForce(edits);
    }

    @Test
    void whatMustStandTogetherIsFoundTogether() throws IOException {
        List<List<String>> texts = new ArrayList<>(NEW_FACT);
        texts.add(CHANGES.get(1));
        texts.add(CHANGES.get(13));
        RuleEdits edits = edits("together", texts);
        assertThat(edits.edits()).hasSize(6);
        agreesWithBruteForce(edits);
        try (RuleComparison comparison = RuleComparison.of(edits, 2)) {
            List<DecisionChange> changes = changes(comparison);
            assertThat(comparison.causes(changes)).as("the four rows of the new fact together")
                    .anySatisfy(cause -> assertThat(cause.sets()).singleElement().satisfies(set -> assertThat(set).hasSize(4)));
        }
    }

    @Test
    void whereAnyOfTwoEditsWouldDoBothAreTold() throws IOException {
        RuleEdits edits = edits("either", List.of(List.of("fact-patterns/common.csv", "TZ-07,正式", "TZ-07,停用"), CHANGES.get(16)));
        try (RuleComparison comparison = RuleComparison.of(edits, 2)) {
            assertThat(comparison.causes(changes(comparison))).extracting(Cause::sets)
                    .containsOnly(List.of(List.of(0), List.of(1)));
        }
    }

    @Test
    void whereTheLimitsLeaveNoRoomTheCauseIsSaidToBeUnknown() throws IOException {
        RuleEdits edits = edits("limits", CHANGES.subList(0, 3));
        try (RuleComparison comparison = RuleComparison.of(edits, 1)) {
            assertThat(comparison.causes(changes(comparison), new Attribution.Limits(0, 0, 0))).isNotEmpty().containsOnly(Cause.UNKNOWN);
        }
    }

    @Test
    void whatMustGoTogetherIsFoundTogether() throws IOException {
        List<List<String>> backwards = new ArrayList<>();
        edits("gone", NEW_FACT);
        backwards.add(CHANGES.get(2));
        RuleEdits there = edits("back", backwards);
        agreesWithBruteForce(RuleEdits.between(folder.resolve("gone-new"), there.newFolder()));
    }

    @Test
    void aRowThatIsMovedUpIsACauseOfItsOwn() throws IOException {
        RuleEdits edits = edits("moved", List.of(List.of("receipts.csv", "HZ-02,正式,*,*,已收悉,您反映的情况已收悉。,\n", ""),
                List.of("receipts.csv", "HZ-01,", "HZ-02,正式,*,*,已收悉,您反映的情况已收悉。,\nHZ-01,"), CHANGES.get(6)));
        assertThat(edits.edits()).extracting(Edit::kind).containsExactlyInAnyOrder(Edit.Kind.移行, Edit.Kind.改格);
        agreesWithBruteForce(edits);
    }
}
