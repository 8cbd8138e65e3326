package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileRetriageTest {

    private static final int EVENTS = 6_000;

    @TempDir
    private Path folder;
    private WordDecider before;
    private WordDecider after;
    private Path events;
    private Path baseline;
    private Path out;
    private List<String> old;

    @BeforeEach
    void files() throws IOException {
        before = WordDecider.load(WordDecider.write(folder.resolve("1"), "1", "偷排,A,GY01-001"));
        after = WordDecider.load(WordDecider.write(folder.resolve("2"), "2", "污水,B,GY01-002"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            String word = i % 10 == 0 ? "偷排" : i % 10 == 1 ? "污水" : "路灯";
            lines.add("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%d\",\"content\":\"%s<第%d>处\"}".formatted(i, word, i));
        }
        events = Files.write(folder.resolve("events.jsonl"), lines);
        EventReader reader = new EventReader();
        old = lines.stream().map(line -> JsonCodec.write(before.decide(reader.read(line).event()))).toList();
        baseline = Files.write(folder.resolve("baseline.jsonl"), old);
        out = folder.resolve("new.jsonl");
    }

    private FileRetriage.Result run(WordDecider decider, Path from, Path to) throws Exception {
        return new FileRetriage(decider, "种子", "张检", "试", ChangeCauses.none())
                .run(new FileRetriage.Paths(events, from, to, folder.resolve("report")), 3, run -> { });
    }

    @Test
    void unchangedLinesStayAsTheyAreAndRollingBackBringsTheContentBack() throws Exception {
        FileRetriage.Result result = run(after, baseline, out);
        assertThat(result.run()).extracting(Run::total, Run::done, Run::changed, Run::failed)
                .containsExactly((long) EVENTS, (long) EVENTS, EVENTS / 5L, 0L);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            assertThat(lines.get(i).equals(old.get(i))).as("line %d", i).isEqualTo(i % 10 > 1);
            assertThat(lines.get(i)).contains("\"eventKey\":\"QZ:" + i + "\"", "\"revision\":" + (i % 10 > 1 ? 1 : 2));
        }
        Path back = folder.resolve("back.jsonl");
        assertThat(run(before, out, back).run().changed()).isEqualTo(EVENTS / 5);
        assertThat(Files.readAllLines(back).stream().map(line -> line.replaceAll("-3\",\"revision\":3", "\",\"revision\":1")).toList())
                .isEqualTo(old);
    }

    @Test
    void theBaselineMayStandInAnyOrder() throws Exception {
        run(after, baseline, out);
        List<String> shuffled = new ArrayList<>(old);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.add(0, "{\"line\":3,\"error\":{\"detail\":\"坏行\",\"problems\":[]}}");
        Path other = folder.resolve("other.jsonl");
        run(after, Files.write(folder.resolve("shuffled.jsonl"), shuffled), other);
        assertThat(Files.readAllLines(other)).isEqualTo(Files.readAllLines(out));
    }

    @Test
    void badNewAndBreakingEventsEachGetALine() throws Exception {
        Files.write(events, List.of("{", "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"new\",\"content\":\"污水\"}",
                "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"5\",\"content\":\"炸\"}",
                "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"7\",\"content\":\"污水\"}"));
        FileRetriage.Result result = run(after, baseline, out);
        assertThat(result.unreadable()).isEqualTo(1);
        assertThat(result.fresh()).isEqualTo(1);
        assertThat(result.run().failed()).isEqualTo(1);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0)).contains("\"line\":1", "error");
        assertThat(lines.get(1)).contains("\"eventKey\":\"QZ:new\"", "\"revision\":1", "\"tier\":\"B\"");
        assertThat(lines.get(2)).isEqualTo(old.get(5));
        assertThat(lines.get(3)).contains("\"revision\":2");
        assertThat(Files.readString(folder.resolve("report").resolve("report.html"))).contains("未能判定的文本", "QZ:5", "没有原判定的 1 件");
    }

    @Test
    void aBaselineOfSomethingElseIsRefused() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "编号,档位\n1,A\n");
        assertThatThrownBy(() -> run(after, csv, out)).hasMessageContaining("原判定文件第 1 行不是 JSON");
    }

    @Test
    void theReportShowsEvidenceEscapesTextsAndNeedsNothingFromOutside() throws Exception {
        run(after, baseline, out);
        String page = Files.readString(folder.resolve("report").resolve("report.html"));
        assertThat(page).contains("<mark>污水</mark>&lt;第", "<mark class=\"former\">偷排</mark>", "新增推送 600 件，失去推送 600 件",
                "A 直推 → D 不涉检", "GY01-009", "多次反映", "未变 D 档抽查", "签字、日期", "种子“种子”");
        assertThat(page).doesNotContain("http://", "https://", "<script", "<第", "改动归因");
        assertThat(page.split("□ 确不涉检", -1)).hasSize(Tally.AUDITED + 1);
        List<String> csv = Files.readAllLines(folder.resolve("report").resolve("changes.csv"));
        assertThat(csv).hasSize(EVENTS / 5 + 1);
        assertThat(csv.get(0)).startsWith("\ufeff事件键,变化,原档位,现档位");
        assertThat(csv.get(1)).startsWith("QZ:0,档位,A,D,GY01,,GY01-01,,GY01-001,,衢江区人民检察院,,1,");
        assertThat(Files.readString(folder.resolve("report").resolve("report.json")))
                .contains("\"A→D\":600", "\"gained\":600", "\"missing\":\"多次反映\"", "\"before\":600");
    }

    @Test
    void theWorkbookSaysWhatTheJsonReportSays() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(events));
        lines.set(0, "{\"sourceSystem\":\"=QZ\",\"sourceEventId\":\"0\",\"content\":\"偷排处\"}");
        lines.set(2, "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"2\",\"content\":\"炸\"}");
        Files.write(events, lines);
        List<String> judged = new ArrayList<>(old);
        judged.set(0, JsonCodec.write(before.decide(new EventReader().read(lines.get(0)).event())));
        Files.write(baseline, judged);
        ChangeCauses causes = (run, changes) -> List.of(new ChangeCauses.Cause("-GY01-002 须全有：污水", changes.size(), List.of("QZ:1", "QZ:11")));
        new FileRetriage(after, "种子", "张检", "试", causes)
                .run(new FileRetriage.Paths(events, baseline, out, folder.resolve("report")), 3, run -> { });
        ReportSheets sheets = ReportSheets.of(Files.newInputStream(folder.resolve("report").resolve("report.xlsx")));
        JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("report").resolve("report.json")));
        sheets.assertSaysTheSameAs(report);
        assertThat(sheets.rows("变化")).hasSize(EVENTS / 5)
                .contains(List.of("=QZ:0", "档位", "A", "D", "GY01", "", "GY01-01", "", "GY01-001", "", "衢江区人民检察院", "", "1", "", "偷排「偷排」", ""))
                .contains(List.of("QZ:1", "档位", "D", "B", "", "GY01", "", "GY01-01", "", "GY01-002", "", "衢江区人民检察院", "1", "", "", "污水「污水」"));
        assertThat(sheets.rows("未能判定")).extracting(row -> row.get(0)).containsExactly("QZ:2");
        assertThat(sheets.rows("归因")).containsExactly(List.of("-GY01-002 须全有：污水", "10", "QZ:1、QZ:11"));
        assertThat(sheets.rows("未变D抽查")).hasSize(Tally.AUDITED).allSatisfy(row -> assertThat(row.get(2)).startsWith("路灯<第"));
    }

    @Test
    void theSameSeedDrawsTheSameSamplesHoweverManyThreads() throws Exception {
        run(after, baseline, out);
        String first = Files.readString(folder.resolve("report").resolve("report.json")).replaceAll("\"(createdAt|finishedAt)\":\"[^\"]*\"|\"perSecond\":[0-9.E]+", "");
        new FileRetriage(after, "种子", "张检", "试", ChangeCauses.none())
                .run(new FileRetriage.Paths(events, baseline, out, folder.resolve("report")), 1, run -> { });
        assertThat(Files.readString(folder.resolve("report").resolve("report.json")).replaceAll("\"(createdAt|finishedAt)\":\"[^\"]*\"|\"perSecond\":[0-9.E]+", ""))
                .isEqualTo(first);
    }

    @Test
    void causesAreShownWhereSomethingFindsThem() throws Exception {
        ChangeCauses causes = (run, changes) -> List.of(new ChangeCauses.Cause("GY01-002 须全有：污水", changes.size(), List.of("QZ:1")));
        new FileRetriage(after, "种子", "张检", "试", causes)
                .run(new FileRetriage.Paths(events, baseline, out, folder.resolve("report")), 2, run -> { });
        assertThat(Files.readString(folder.resolve("report").resolve("report.html"))).contains("改动归因", "GY01-002 须全有：污水");
    }
}
