package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.release.PublishedRelease;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.release.Submission;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run judges by what serves, by what was published, or by a candidate, and by nothing else on the disk. */
class RuleSourceTest {

    @TempDir
    private Path folder;

    private RuleSource source(boolean alwaysUsed) {
        return RuleSource.of(new ReleaseShelf(folder.resolve("releases")), folder.resolve("rules"), alwaysUsed, folder.resolve("candidates"));
    }

    private PublishedRelease publish() {
        Path rules = SmallRules.copyTo(folder.resolve("rules")).root();
        Publisher.Outcome outcome = new Publisher(new ReleaseShelf(folder.resolve("releases")), List.of(), Clock.systemUTC())
                .publish(rules, folder.resolve("test-cases"), new Submission("甲", "乙", "样例"), "测试", false, null);
        assertThat(outcome.findings()).isEmpty();
        return outcome.release();
    }

    @Test
    void theWorkingFolderIsInForceUntilSomethingIsPublished() {
        assertThat(source(false).current()).isEqualTo(folder.resolve("rules"));
        PublishedRelease release = publish();
        assertThat(source(false).current()).isEqualTo(release.rules());
        assertThat(source(true).current()).isEqualTo(folder.resolve("rules"));
    }

    @Test
    void aPublishedReleaseIsFoundByItsVersionAndNoOther() {
        PublishedRelease release = publish();
        assertThat(source(false).published(release.version())).contains(release.rules());
        for (String wrong : List.of("", ".", "..", "2020.1.1", "../rules", release.version() + "/rules")) {
            assertThat(source(false).published(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aReleaseThatWasChangedAfterwardsIsRefused() throws Exception {
        PublishedRelease release = publish();
        Files.delete(release.rules().resolve("tags.csv"));
        RuleSource source = source(false);
        assertThatThrownBy(source::current).isInstanceOf(RetriageException.class).hasMessageContaining("tags.csv 不见了");
        assertThatThrownBy(() -> source.published(release.version())).isInstanceOf(RetriageException.class)
                .hasMessageContaining("tags.csv 不见了");
    }

    @Test
    void aCandidateIsFoundInItsFolderAndNowhereElse() throws Exception {
        Path candidate = Files.createDirectories(folder.resolve("candidates").resolve("草稿"));
        assertThat(source(false).candidate("草稿")).contains(candidate.toAbsolutePath());
        for (String wrong : List.of("", ".", "..", "../rules", "草稿/..", "没有", "\0")) {
            assertThat(source(false).candidate(wrong)).as(wrong).isEmpty();
        }
    }
}
