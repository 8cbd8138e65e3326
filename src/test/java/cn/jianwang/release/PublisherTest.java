package cn.jianwang.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.release.Publisher.Outcome;
import cn.jianwang.rulebook.SmallRules;
import cn.jianwang.trial.PublishGates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A working folder becomes a release only through the gates, each of which rings; what is published stays as it is. */
class PublisherTest {

    private static final Submission SIGNED = new Submission("甲", "乙", "样例");
    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    /** Lends its compiled mechanics to the releases of all tests. */
    private static Release lender;

    @TempDir
    private Path folder;
    private SmallRules rules;
    private ReleaseShelf shelf;
    /** The small rules have few cases; only the test of the mutation gate asks for more. */
    private double leastMutation;

    @BeforeAll
    static void compileTheMechanics(@TempDir Path once) {
        lender = Release.load(SmallRules.copyTo(once).root());
    }

    @BeforeEach
    void aWorkingFolder() {
        rules = SmallRules.copyTo(folder.resolve("rules")).withListedGaps();
        shelf = new ReleaseShelf(folder.resolve("releases"));
    }

    private void cases(String name, String... lines) {
        try {
            Path file = folder.resolve("test-cases").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome publish(Submission submission) {
        return new Publisher(shelf, PublishGates.all(leastMutation), NOVEMBER).publish(rules.root(), folder.resolve("test-cases"), submission, "测试", false, lender);
    }

    private Outcome publish() {
        return publish(SIGNED);
    }

    private Outcome publish(String note) {
        return publish(new Submission("甲", "乙", note));
    }

    private void publishedOnce() {
        assertThat(publish().findings()).isEmpty();
    }

    /** The only gate that rings is this one, and it says so. */
    private static void rings(Outcome outcome, String gate, String... words) {
        assertThat(outcome.published()).isFalse();
        assertThat(outcome.release()).isNull();
        assertThat(outcome.findings()).extracting(Publisher.Finding::gate).containsOnly(gate);
        String all = outcome.findings().stream().map(Publisher.Finding::text).collect(Collectors.joining("\n"));
        assertThat(all).contains(words);
    }

    @Test
    void aSoundFolderIsPublishedWithItsSheet() throws IOException {
        Outcome outcome = publish();
        assertThat(outcome.findings()).isEmpty();
        PublishedRelease release = outcome.release();
        assertThat(release.version()).isEqualTo("2026.11.1");
        assertThat(release.previous()).isEqualTo("小规则-1");
        assertThat(release.level()).isEqualTo(ChangeLevel.主要);
        assertThat(release.author() + release.reviewer()).isEqualTo("甲乙");
        assertThat(outcome.loaded().release()).isEqualTo(Release.load(release.rules()).release());
        assertThat(outcome.loaded().release().version()).isEqualTo("2026.11.1");
        assertThat(release.rules().resolve("release.yaml")).content().contains("版本: 2026.11.1", "人: 甲", "角色: 复核", "leads/GY01.csv: ", "试跑",
                "内容摘要: " + outcome.loaded().release().sha256());
        assertThat(rules.root().resolve("release.yaml")).hasSameTextualContentAs(release.rules().resolve("release.yaml"));
        assertThat(shelf.verified("2026.11.1")).isEqualTo(release);
        assertThat(shelf.active()).contains("2026.11.1");
    }

    @Test
    void versionsCountUpWithinAMonthAndSortByNumber() {
        for (int i = 1; i <= 11; i++) {
            rules.replacing("legal-basis.csv", i == 1 ? "新的" : "新的第" + (i - 1) + "版", "新的第" + i + "版");
            assertThat(publish().release().version()).isEqualTo("2026.11." + i);
        }
        assertThat(shelf.newest()).contains("2026.11.11");
        assertThat(shelf.nextVersion("无", java.time.YearMonth.of(2026, 12))).isEqualTo("2026.12.1");
        assertThat(shelf.nextVersion("无", java.time.YearMonth.of(2026, 11))).isEqualTo("2026.11.12");
    }

    @Test
    void anEmptyShelfGoesOnFromTheSheetOfTheWorkingFolder() {
        assertThat(shelf.nextVersion("2026.11.4", java.time.YearMonth.of(2026, 11))).isEqualTo("2026.11.5");
        assertThat(shelf.nextVersion("未发布", java.time.YearMonth.of(2027, 1))).isEqualTo("2027.1.1");
        assertThat(shelf.active()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',乙,说明,没有写起草人", "甲,'',说明,没有写复核人", "甲,甲,说明,同一人", "甲,' 甲\u200B',说明,同一人", "Ａb,aB,说明,同一人",
        "甲,乙,' ',没有写这次改了什么"})
    void signaturesRing(String author, String reviewer, String note, String told) {
        rings(publish(new Submission(author, reviewer, note)), "签字", told);
    }

    @Test
    void theCheckRingsWithEveryProblem() {
        rules.replacing("leads/GY01.csv", "污水入河；死鱼", "污水人河；死于");
        rings(publish(), "检查", "污水入河", "leads/GY01.csv");
    }

    @Test
    void theCheckRingsOnMechanicsThatReachTooFar() {
        rules.replacing("mechanics/triage.drl", "journal.lead(", "System.exit( 0 ); journal.lead(");
        rings(publish(), "检查", "mechanics/triage.drl", "System.exit");
    }

    @Test
    void theTrialRings() {
        rules.replacing("fact-patterns/common.csv", "黑水【流进河】里", "黑水【流过桥】里");
        rings(publish(), "试跑", "TZ-01");
    }

    @Test
    void theCleanTextsRing() {
        cases("clean/clean.csv", "编号,类别,标题,事件内容,渠道,处置,说明", "JY-1,样例,,黑水流进河里。,网格巡查,,");
        rings(publish(), "净样", "JY-1", "known-noise.csv");
    }

    @Test
    void theCoverageRings() {
        cases("coverage-exceptions.csv", "编号,理由,到期日", "DW-01,样例,2099-12-31", "DW-02,样例,2099-12-31", "DW-03,样例,2099-12-31");
        rings(publish(), "覆盖", "FL-01", "coverage-exceptions.csv");
    }

    @Test
    void theMutationRingsWithEveryRowThatNobodyWouldMiss() {
        leastMutation = 0.9;
        rings(publish(), "变异", "低于 0.9", "XS-11", "怎么补：", "DW-01");
    }

    @Test
    void theMutationLetsPassRulesWhoseEveryRowACaseNeeds() {
        leastMutation = 1;
        cases("coverage-exceptions.csv", "编号,理由,到期日", "FL-01,样例,2099-12-31");
        cases("cases.csv", "编号,事件内容,期望档位,须触发", "AL-1,黑水流进河里。,B,XS-01", "AL-2,黑水流进河里，鱼死了一片。,A,XS-02",
                "AL-3,十二户都嫌吵。,B,XS-03", "AL-4,消防通道被车占了。,C,XS-11", "AL-5,黑水流进河里，清理干净了。,D,", "AL-6,十二户都嫌吵，厂里手续齐全。,D,",
                "AL-7,黑水流进河里，打了三次电话没人管。,A,", "AL-8,消防通道被车占了，打了三次电话没人管。,B,", "AL-9,黑水流进河里怎么办理。,D,");
        publishedOnce();
    }

    @Test
    void publishingTheSameAgainRings() {
        publishedOnce();
        rings(publish(), "改动", "2026.11.1 完全相同");
    }

    @Test
    void anIdThatVanishedRings() throws IOException {
        publishedOnce();
        Path leads = rules.root().resolve("leads/GY01.csv");
        Files.write(leads, Files.readAllLines(leads).stream().filter(line -> !line.startsWith("XS-03")).toList());
        rings(publish(), "编号", "XS-03", "2026.11.1 起", "不见了");
    }

    @Test
    void anIdThatVanishedLongAgoIsStillKnown() {
        publishedOnce();
        rules.replacing("leads/GY01.csv", "XS-03,正式,GY01-09,噪声扰民多户,噪声扰民；十户以上,,,B,,生态环境,,,,,",
                "XS-03,停用,GY01-09,噪声扰民多户,噪声扰民；十户以上,,,B,,生态环境,,,,与别的规则重复，替代：XS-01,");
        assertThat(publish("停用 XS-03").findings()).isEmpty();
        rules.replacing("leads/GY01.csv", "XS-03,停用", "XS-03,正式");
        rings(publish(), "编号", "XS-03", "停用过");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "leads/GY01.csv|XS-03,正式,GY01-09,|XS-03,正式,GY01-01,|XS-03|GY01-09",
        "fact-patterns/common.csv|TZ-10,正式,请求处理|TZ-10,正式,有手续|TZ-10|请求处理",
        "tags.csv|BQ-01,正式,守护碧水|BQ-01,正式,守护蓝天|BQ-01|守护碧水"})
    void anIdUsedForSomethingElseRings(String file, String old, String now, String id, String was) {
        publishedOnce();
        rules.replacing(file, old, now);
        assertThat(publish().findings()).filteredOn(finding -> finding.gate().equals("编号")).singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains(id, was, "挪作他用", file));
    }

    @ParameterizedTest
    @CsvSource({"停用,没有写替代", "草稿,没有写替代", "试行,退回试行"})
    void aRuleThatStopsDecidingInSilenceRings(String status, String told) {
        publishedOnce();
        rules.replacing("handoff.csv", "YS-03-01,正式", "YS-03-01," + status);
        rings(publish(), "降级", "YS-03-01", told, "handoff.csv（文本第 2 行）");
    }

    @ParameterizedTest
    @CsvSource({"停用 YS-03-01，替代：无,没有写理由", "停用 YS-03-01，太宽容易误伤，替代：YS-9-9,不是别的规则", "停用 YS-03-01，太宽容易误伤，替代：YS-03-01,不是别的规则",
        "停用 YS-03-011，太宽容易误伤，替代：无,没有写替代"})
    void aHalfReasonRings(String note, String told) {
        publishedOnce();
        rules.replacing("handoff.csv", "YS-03-01,正式", "YS-03-01,停用");
        rings(publish(note), "降级", "YS-03-01", told);
    }

    @Test
    void aReasonWithASuccessorLetsARuleRetire() {
        publishedOnce();
        rules.replacing("handoff.csv", "YS-03-01,正式", "YS-03-01,停用");
        assertThat(publish("停用 YS-03-01，条件太宽容易误伤，替代：YS-04-01；别的不变").findings()).isEmpty();
    }

    @Test
    void anOldNoteIsNoReason() {
        rules.replacing("handoff.csv", "YS-03-01,正式,YS03,办事咨询,,,咨询,", "YS-03-01,正式,YS03,办事咨询,,,条件太宽容易误伤，替代：无,");
        publishedOnce();
        rules.replacing("handoff.csv", "YS-03-01,正式", "YS-03-01,停用");
        rings(publish(), "降级", "YS-03-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "leads/GY01.csv|XS-02,正式,GY01-01,污水毒死鱼,污水入河；死鱼,,,A|XS-02,正式,GY01-01,污水毒死鱼,污水入河；死鱼,,,C|XS-02|A 降到 C",
        "tiers.csv|升至,B|升至,C|DW-02|升至B 降到 升至C", "tiers.csv|升至,A|限至,A|DW-01|升至A 降到 限至A"})
    void aTierLoweredInSilenceRings(String file, String old, String now, String id, String told) {
        publishedOnce();
        rules.replacing(file, old, now);
        rings(publish(), "降级", id, told);
        assertThat(publish(id + " 近来误报多，先降一档").findings()).isEmpty();
    }

    @Test
    void allGatesTellAtOnce() {
        publishedOnce();
        rules.replacing("handoff.csv", "YS-03-01,正式", "YS-03-01,停用").replacing("fact-patterns/common.csv", "黑水【流进河】里", "黑水【流过桥】里")
                .replacing("tags.csv", "BQ-01,正式,守护碧水", "BQ-02,正式,守护碧水");
        assertThat(publish(new Submission("甲", "甲", "")).findings()).extracting(Publisher.Finding::gate).contains("签字", "编号", "降级", "试跑");
    }

    @Test
    void aRefusalLeavesNothingBehind() throws IOException {
        String sheet = Files.readString(rules.root().resolve("release.yaml"));
        rings(publish(new Submission("甲", "甲", "样例")), "签字", "同一人");
        assertThat(shelf.versions()).isEmpty();
        try (var left = Files.list(shelf.root())) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(".lock", "journal.jsonl");
        }
        assertThat(rules.root().resolve("release.yaml")).hasContent(sheet);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "legal-basis.csv|,新的,|,新的要旨,|修订", "leads/GY01.csv|XS-04,试行,GY01-01,试行的行,死鱼,|XS-04,试行,GY01-01,试行的行,通道堵占,|次要",
        "lexicon/common.csv|黑水,污水,|臭水,污水,字串,正式,测试↵黑水,污水,|次要", "scoring.csv|,,,30,|,,,40,|主要", "tags.csv|2030-12-31|2031-12-31|主要"})
    void theLevelFollowsFromTheRows(String file, String old, String now, ChangeLevel level) {
        publishedOnce();
        rules.replacing(file, old, now.replace('↵', '\n'));
        assertThat(publish().release().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads/GY01.csv", "mechanics/triage.drl"})
    void whatWasChangedAfterwardsIsFound(String file) throws IOException {
        PublishedRelease release = publish().release();
        Path changed = release.rules().resolve(file);
        assertThat(changed.toFile().setWritable(true)).isTrue();
        Files.writeString(changed, Files.readString(changed) + "\n");
        assertThatThrownBy(() -> shelf.verified(release.version())).isInstanceOf(DamagedReleaseException.class).hasMessageContaining(file + " 被改动过");
        Files.delete(changed);
        assertThatThrownBy(() -> shelf.verified(release.version())).hasMessageContaining(file + " 不见了");
        Files.writeString(release.rules().resolve("leads/new.csv"), "编号\n");
        assertThatThrownBy(() -> shelf.verified(release.version())).hasMessageContaining("leads/new.csv 是后来加的");
        Files.writeString(release.rules().resolve("release.yaml"), "版本: [1");
        assertThatThrownBy(() -> shelf.verified(release.version())).hasMessageContaining("读不了");
    }

    @Test
    void aVersionIsNotAPath() {
        publishedOnce();
        for (String version : List.of("../rules", "2026.11.9", "", "active", ".")) {
            assertThatThrownBy(() -> shelf.release(version)).isInstanceOf(DamagedReleaseException.class).hasMessageContaining("没有版本");
        }
    }

    @Test
    void theNamedVersionIsActive() {
        publishedOnce();
        rules.replacing("legal-basis.csv", ",新的,", ",新的要旨,");
        assertThat(publish().published()).isTrue();
        assertThat(shelf.active()).contains("2026.11.2");
        shelf.activate("2026.11.1");
        assertThat(shelf.active()).contains("2026.11.1");
        assertThat(shelf.releases()).extracting(PublishedRelease::version).containsExactly("2026.11.1", "2026.11.2");
    }

    @Test
    void twoPublishersDoNotMeet() {
        assertThatThrownBy(() -> shelf.alone(() -> publish())).isInstanceOf(DamagedReleaseException.class).hasMessageContaining("另一次发布");
    }

    @Test
    void theJournalKeepsEveryEntryInOrder() {
        Journal journal = new Journal(shelf);
        assertThat(journal.entries()).isEmpty();
        journal.done("发布", "甲", "2026.11.1", "说明\n两行");
        journal.refused("发布", "乙", "", "缺签字");
        assertThat(new Journal(shelf).entries()).extracting(Journal.Entry::outcome).containsExactly("完成", "拒绝");
        assertThat(journal.entries()).extracting(Journal.Entry::id).doesNotHaveDuplicates();
    }
}
