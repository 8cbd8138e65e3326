package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.rulebook.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final Map<Tier, Integer> SIZES = Map.of(Tier.A, 20, Tier.B, 30, Tier.C, 50, Tier.D, 900);

    @TempDir
    private Path folder;

    private static List<Integer> drawn(List<Integer> whole, int size, long seed) {
        Sampler<Integer> sampler = new Sampler<>(size, seed);
        whole.forEach(i -> sampler.offer("QZ:" + i, i));
        assertThat(sampler.offered()).isEqualTo(whole.size());
        return sampler.drawn();
    }

    @Test
    void aSampleDependsOnTheSeedAndNotOnTheOrder() {
        List<Integer> whole = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
        List<Integer> sample = drawn(whole, 50, 7);
        Collections.shuffle(whole, new Random(1));
        assertThat(drawn(whole, 50, 7)).isEqualTo(sample).doesNotHaveDuplicates().hasSize(50);
        assertThat(drawn(whole, 50, 8)).isNotEqualTo(sample);
        assertThat(drawn(whole, 80, 7)).startsWith(sample.toArray(Integer[]::new));
        assertThat(drawn(whole.subList(0, 30), 50, 7)).hasSize(30);
    }

    @Test
    void everyoneIsDrawnAboutEquallyOften() {
        List<Integer> whole = IntStream.range(0, 100).boxed().toList();
        int[] times = new int[100];
        for (int seed = 0; seed < 2_000; seed++) {
            new HashSet<>(drawn(whole, 10, seed)).forEach(i -> times[i]++);
        }
        assertThat(times).satisfies(t -> assertThat(IntStream.of(t).min().orElseThrow()).isGreaterThan(140))
                .satisfies(t -> assertThat(IntStream.of(t).max().orElseThrow()).isLessThan(265));
    }

    private static List<Checked> rows(Tier tier, int checked, int relevant, Boolean accepted) {
        return IntStream.range(0, checked).mapToObj(i -> new Checked(tier + "-" + i, "十月", tier, SIZES, i < relevant,
                i < relevant ? accepted : Boolean.FALSE, Boolean.TRUE.equals(accepted) && i < relevant ? i % 2 == 0 : null, true)).toList();
    }

    @Test
    void allFiguresAreReported() {
        List<Checked> rows = new ArrayList<>();
        rows.addAll(rows(Tier.A, 20, 16, true));
        rows.addAll(rows(Tier.B, 30, 12, true));
        rows.addAll(rows(Tier.C, 50, 5, null));
        rows.addAll(rows(Tier.D, 300, 3, null));
        List<String> lines = new AuditReport(rows).lines(40);
        assertThat(lines).contains("A 档（直推）共 20 条：随机抽查 20 条，有答复 20 条，涉检 16 条；准确率 80.0%（80.0%–80.0%）",
                "推送里涉检约 28（28–28） 条，D 档里漏掉约 9（4–22） 条",
                "每千条事件误推 22.0 条（22.0–22.0）",
                "大数据发现线索占受理比 70.0%（70.0%–70.0%）：受理约 28（28–28） 条，同期全部受理 40 条");
        assertThat(lines).anyMatch(line -> line.startsWith("召回率（推送的占全部涉检的）66.7%（"))
                .anyMatch(line -> line.startsWith("召回率（推送或观察的占全部涉检的）78.6%（"))
                .anyMatch(line -> line.startsWith("成案占比 50.0%（") && line.endsWith("受理且已知结果的 28 条里成案 14 条"))
                .anyMatch(line -> line.contains("Wilson") && line.contains("MOVER"));
    }

    @Test
    void whatWasNotCheckedIsSaidAndNeverGuessed() {
        List<String> lines = new AuditReport(rows(Tier.D, 200, 2, null)).lines(null);
        assertThat(lines).anyMatch(line -> line.startsWith("召回率：算不出")).anyMatch(line -> line.startsWith("成案占比：算不出"))
                .anyMatch(line -> line.startsWith("大数据发现线索占受理比：算不出")).noneMatch(line -> line.contains("误推"));
        List<Checked> withoutB = new ArrayList<>(rows(Tier.A, 20, 16, true));
        withoutB.addAll(rows(Tier.D, 200, 2, null));
        assertThat(new AuditReport(withoutB).lines(null)).anyMatch(line -> line.startsWith("召回率：算不出"));
        withoutB.addAll(rows(Tier.B, 30, 12, true));
        assertThat(new AuditReport(withoutB).lines(null)).anyMatch(line -> line.contains("C 档未核查，未计入）75.7%"));
    }

    @Test
    void feedbackThatNobodyDrewCountsForPushesOnly() {
        List<Checked> rows = new ArrayList<>(rows(Tier.D, 200, 2, null));
        rows.add(new Checked("told", "十月", Tier.D, SIZES, true, null, null, false));
        rows.add(new Checked("told-A", "十月", Tier.A, SIZES, true, null, null, false));
        assertThat(new AuditReport(rows).lines(null)).anyMatch(line -> line.contains("D 档") && line.contains("涉检 2 条"))
                .anyMatch(line -> line.contains("A 档") && line.contains("反馈（不是随机抽取） 1 条"));
    }

    @Test
    void contradictionsAreRefused() {
        List<Checked> rows = new ArrayList<>(rows(Tier.A, 20, 16, true));
        rows.add(rows.get(0));
        rows.add(new Checked("other", "十月", Tier.A, Map.of(Tier.A, 1, Tier.B, 1, Tier.C, 1, Tier.D, 1), true, null, null, true));
        assertThatThrownBy(() -> new AuditReport(rows)).isInstanceOf(UnreadableLabelsException.class)
                .hasMessageContaining("判定 A-0 出现了两次").hasMessageContaining("各档总数与「十月」的其他行不同")
                .hasMessageContaining("A 档有 22 行，多于该档总数 20");
    }

    private Path sheet(String... rows) throws IOException {
        return Files.writeString(folder.resolve("sheet.csv"), "\uFEFF判定编号,事件键,档位,抽样范围,各档总数,是否涉检,是否受理,是否成案\r\n" + String.join("\r\n", rows));
    }

    @Test
    void whatPeopleFillInIsRead() throws IOException {
        assertThat(AuditSheet.read(sheet("d1,QZ:1,D,十月,A 20 B 30 C 50 D 900,是,,", "d2,QZ:2,A,十月,A 20 B 30 C 50 D 900, 否 ,否,", ",,,,,,,",
                "d3,QZ:3,A,十月,A 20 B 30 C 50 D 900,不确定,是,是"))).containsExactly(
                new Checked("d1", "十月", Tier.D, SIZES, true, null, null, true),
                new Checked("d2", "十月", Tier.A, SIZES, false, false, null, true),
                new Checked("d3", "十月", Tier.A, SIZES, null, true, true, true));
    }

    @Test
    void everyWrongCellIsToldAtOnce() throws IOException {
        Path sheet = sheet("d1,QZ:1,E,十月,A 20 B 30 C 50 D 900,是,,", ",QZ:2,A,十月,900,对,否,是");
        assertThatThrownBy(() -> AuditSheet.read(sheet)).isInstanceOf(UnreadableLabelsException.class).hasMessageContaining("5 处错误")
                .hasMessageContaining("文本第 2 行「档位」是「E」").hasMessageContaining("文本第 3 行「判定编号」是空的")
                .hasMessageContaining("文本第 3 行「各档总数」是「900」").hasMessageContaining("文本第 3 行「是否涉检」是「对」")
                .hasMessageContaining("没有受理就不会成案");
        Path headless = Files.writeString(folder.resolve("other.csv"), "编号,判定\n1,2\n");
        assertThatThrownBy(() -> AuditSheet.read(headless)).hasMessageContaining("缺少列 判定编号、档位");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> AuditSheet.read(empty)).hasMessageContaining("表是空的");
    }
}
