package cn.jianwang.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.rulebook.RulesException;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a comparison of two rule sets on events reports. */
class RuleComparisonTest {

    private static final List<String> TEXTS = List.of("黑水流进河里。", "消防通道被车占了。", "楼上吵。", "路灯坏了。", "塘里有死鱼，黑水流进河里。");

    @TempDir
    private Path old;
    @TempDir
    private Path now;
    private SmallRules changed;

    @BeforeEach
    void twoEqualFolders() {
        SmallRules.copyTo(old);
        changed = SmallRules.copyTo(now);
    }

    private static Iterator<GridEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> new GridEvent("甲", "" + i, null, TEXTS.get(i % TEXTS.size()), Channel.OTHER, null, null,
                null, null, null, null, List.of(), null, null, null, null, List.of(), 0, null, List.of(), null, Map.of())).iterator();
    }

    private DifferenceReport report(int threads, int count) {
        RuleEdits edits = RuleEdits.between(old, now);
        try (RuleComparison comparison = RuleComparison.of(edits, threads)) {
            RuleComparison.Result result = comparison.decide(events(count));
            return DifferenceReport.of(edits, result, comparison.causes(result.changes()), 2);
        }
    }

    @Test
    void equalRulesChangeNothing() {
        DifferenceReport report = report(2, 600);
        assertThat(report.events()).isEqualTo(600);
        assertThat(report.changes()).isEmpty();
        assertThat(report.causes()).isEmpty();
        assertThat(report.effect()).isEqualTo(ChangeClass.修订);
    }

    @Test
    void changesAreGroupedByCauseWithSamples() {
        changed.replacing("leads/GY01.csv", "污水入河,污水入河,,,B", "污水入河,污水入河,,,C").replacing("leads/GY05.csv", "通道堵占,,,C", "通道堵占,,,B")
                .replacing("leads/GY01.csv", "噪声扰民多户,噪声扰民；十户以上", "噪声扰民多户,噪声扰民")
                .replacing("leads/GY01.csv", "黑水流进河里,黑水,甲", "污水流进河里,黑水,甲");
        DifferenceReport report = report(1, 1_000);
        assertThat(report.edits()).extracting(Edit::column).containsExactly("档位", "正例", "须全有", "档位");
        assertThat(List.of(report.changed(), report.gained(), report.lost(), report.moved())).isEqualTo(List.of(600, 400, 200, 0));
        assertThat(report.causes()).extracting(DifferenceReport.Group::sets)
                .containsExactly(List.of(List.of(1)), List.of(List.of(4)), List.of(List.of(3)));
        assertThat(report.causes().get(0).effects()).containsEntry("档位 B→C", 200).containsEntry("紧急程度 一般→观察", 200);
        assertThat(report.causes().get(0).samples()).extracting(DifferenceReport.Sample::text)
                .containsExactly("黑水【流进河】里。", "黑水【流进河】里。");
        assertThat(report.changes()).extracting(DifferenceReport.Change::event).startsWith("甲:0", "甲:1", "甲:2", "甲:5");
        assertThat(JsonCodec.write(report(4, 1_000))).as("on any number of threads").isEqualTo(JsonCodec.write(report));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "leads/GY05.csv | 通道堵占,,,C | 通道堵占,,,B | 主要",
            "leads/GY01.csv | XS-01,正式,GY01-01 | XS-01,正式,GY05-03 | 主要",
            "leads/GY01.csv | XS-01,正式,GY01-01 | XS-01,正式,GY01-09 | 次要",
            "receipts.csv | 您反映的情况已收悉。 | 已收悉。 | 次要",
            "urgency.csv | JJ-01,正式,紧急 | JJ-01,正式,特急 | 次要",
            "leads/GY01.csv | 排口位置 | 排口位置和照片 | 次要",
            "leads/GY01.csv | 污水毒死鱼 | 污水毒鱼 | 修订",
            "lexicon/common.csv | 电鱼,电鱼,整词,正式 | 电鱼,电鱼,整词,停用 | 修订"})
    void theClassFollowsFromTheEffect(String file, String before, String after, ChangeClass expected) {
        changed.replacing(file, before, after);
        DifferenceReport report = report(2, TEXTS.size());
        assertThat(report.edits()).isNotEmpty();
        assertThat(report.effect()).isEqualTo(expected);
    }

    @Test
    void unsoundRulesAreRefusedWithTheirProblems() {
        changed.replacing("leads/GY05.csv", "通道堵占,,,C", "通道堵了,,,C");
        RuleEdits edits = RuleEdits.between(old, now);
        assertThat(edits.edits()).hasSize(1);
        assertThatThrownBy(() -> RuleComparison.of(edits, 1)).isInstanceOf(RulesException.class).hasMessageContaining("通道堵了");
    }
}
