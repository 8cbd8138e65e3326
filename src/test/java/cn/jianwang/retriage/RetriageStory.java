package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.rulebook.Tier;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * An edited rule from its trial on the history to its being taken back, told once and lived through by every entry point:
 * ten invented events, of which the edit moves four from B to C.
 */
public final class RetriageStory {

    /** How many decisions the edit changes. */
    public static final int CHANGED = 4;

    private static final String[] CONTENTS = {"黑水流进河里", "消防通道被车占了", "楼上没有人吵"};
    private static final int EVENTS = 10;

    private final Path rules;
    private final Path candidates;

    /** Writes the rules in force and, beside them, a candidate called 改档 in which one cell is edited. */
    public RetriageStory(Path folder) {
        rules = SmallRules.copyTo(folder.resolve("rules")).root();
        candidates = folder.resolve("candidates");
        SmallRules.copyTo(candidates.resolve("改档")).replacing("release.yaml", "小规则-1", "小规则-2")
                .replacing("leads/GY01.csv", "污水入河,污水入河,,,B,", "污水入河,污水入河,,,C,");
    }

    public Path rules() {
        return rules;
    }

    public Path candidates() {
        return candidates;
    }

    /** The events as JSON. */
    public List<String> events() {
        return IntStream.range(0, EVENTS).mapToObj(i -> "{\"sourceSystem\":\"GS\",\"sourceEventId\":\"%d\",\"content\":\"%s\",\"region\":{\"county\":\"330803000000\"}}"
                .formatted(i, CONTENTS[i % CONTENTS.length])).toList();
    }

    /** All revisions of every event, oldest first. */
    public Map<String, List<Decision>> revisions(Function<String, List<Decision>> decisionsOf) {
        Map<String, List<Decision>> all = new LinkedHashMap<>();
        IntStream.range(0, EVENTS).mapToObj(i -> "GS:" + i).forEach(key -> all.put(key, decisionsOf.apply(key)));
        return all;
    }

    /** The dry run told what would change and which cell does it, and changed nothing. */
    public void assertOnlyReported(JsonNode report, Map<String, List<Decision>> before, Map<String, List<Decision>> now) {
        assertThat(report.get("tiers").get("B→C").intValue()).isEqualTo(CHANGED);
        assertThat(report.get("lost").intValue()).isEqualTo(CHANGED);
        assertThat(report.get("causes").get(0).get("edit").stringValue()).contains("XS-01", "档位");
        assertThat(now).isEqualTo(before);
    }

    /** The edit is in force on the four events and on no other. */
    public void assertApplied(Map<String, List<Decision>> before, Map<String, List<Decision>> now) {
        assertThat(now.values().stream().filter(revisions -> revisions.size() == 2)).hasSize(CHANGED)
                .allSatisfy(revisions -> assertThat(revisions).extracting(Decision::tier).containsExactly(Tier.B, Tier.C));
        assertThat(now.values().stream().filter(revisions -> revisions.size() == 1)).hasSize(EVENTS - CHANGED);
        assertThat(now).allSatisfy((key, revisions) -> assertThat(revisions.get(0)).isEqualTo(before.get(key).get(0)));
    }

    /** Every decision says again what it said before the edit, as a new revision; nothing else gained one, nothing was rewritten. */
    public void assertRolledBack(Map<String, List<Decision>> before, Map<String, List<Decision>> applied, Map<String, List<Decision>> now) {
        assertThat(now).allSatisfy((key, revisions) -> {
            boolean moved = applied.get(key).size() == 2;
            assertThat(revisions).hasSize(moved ? 3 : 1);
            assertThat(revisions.subList(0, applied.get(key).size())).isEqualTo(applied.get(key));
            Decision first = before.get(key).get(0);
            Decision last = revisions.get(revisions.size() - 1);
            assertThat(last.revision()).isEqualTo(revisions.size());
            assertThat(JsonCodec.write(last.identified(first.decisionId(), 1))).isEqualTo(JsonCodec.write(first));
        });
        assertThat(now.values().stream().flatMap(List::stream).map(Decision::decisionId)).doesNotHaveDuplicates();
    }

    /** Who, what, by which release, why, and how many changed: in the order in which it happened. */
    public void assertTrailTellsIt(List<JsonNode> entries) {
        assertThat(entries).extracting(entry -> entry.get("actor").stringValue() + " " + entry.get("action").stringValue() + " "
                + entry.get("detail").stringValue()).containsExactly(
                "甲 开始 规则版本 小规则-2，只报告不写入；事由：试一试", "检网 完成 共判 10 件，变化 4 件，失败 0 件",
                "乙 开始 规则版本 小规则-2，写入新修订；事由：检委会决定", "检网 完成 共判 10 件，变化 4 件，失败 0 件",
                "丙 开始 规则版本 小规则-1，写入新修订；事由：误降，恢复", "检网 完成 共判 10 件，变化 4 件，失败 0 件");
        List<OffsetDateTime> times = new ArrayList<>(entries.stream().map(entry -> OffsetDateTime.parse(entry.get("at").stringValue())).toList());
        assertThat(times).isSorted().allSatisfy(Objects::requireNonNull);
    }
}
