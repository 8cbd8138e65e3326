package cn.jianwang.retriage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a re-triage names the edited cells that made decisions change. */
class EditCausesTest {

    @TempDir
    private Path folder;
    private Path old;
    private Path now;

    @BeforeEach
    void twoFolders() {
        old = SmallRules.copyTo(folder.resolve("old")).root();
        SmallRules edited = SmallRules.copyTo(folder.resolve("now"));
        edited.replacing("leads/GY01.csv", "污水入河,污水入河,,,B,", "污水入河,污水入河,,,C,");
        edited.replacing("tags.csv", "守护碧水", "守护青山");
        now = edited.root();
    }

    private Optional<Path> folderOf(Decision.ReleaseId release) {
        return Stream.of(old, now).filter(rules -> Release.isAt(rules, release)).findFirst();
    }

    private static Run run(Release release) {
        return new Run("1", Run.Status.DONE, false, false, "", "张检", release.release(), null, "种子", null, null, null, 2, 2, 1, 0, 0, null);
    }

    private static Change change(Release before, Release after, String id, String content) {
        GridEvent event = new EventReader().read("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%s\",\"content\":\"%s\"}".formatted(id, content)).event();
        Decision was = before.decide(event);
        Decision is = after.decide(event);
        return new Change(event, was, is, Depth.between(was, is));
    }

    @Test
    void theEditedCellIsNamedWithTheEventsItMoved() {
        try (Release before = Release.load(old); Release after = Release.load(now)) {
            List<Change> changes = List.of(change(before, after, "1", "黑水流进河里"), change(before, after, "2", "黑水流进河里，没人管"));
            assertThat(new EditCauses(this::folderOf).of(run(after), changes)).isNotEmpty()
                    .anySatisfy(cause -> {
                        assertThat(cause.edit()).contains("XS-01", "档位");
                        assertThat(cause.eventKeys()).contains("QZ:1");
                    });
        }
    }

    @Test
    void nothingIsSaidWhereTheOldRulesAreGone() {
        try (Release before = Release.load(old); Release after = Release.load(now)) {
            List<Change> changes = List.of(change(before, after, "1", "黑水流进河里"));
            assertThat(new EditCauses(release -> release.equals(after.release()) ? Optional.of(now) : Optional.empty()).of(run(after), changes))
                    .isEmpty();
        }
    }

    @Test
    void nothingIsSaidOfEventsThatChangedUnderTheSameRules() {
        try (Release after = Release.load(now)) {
            List<Change> changes = List.of(change(after, after, "1", "黑水流进河里"));
            assertThat(new EditCauses(this::folderOf).of(run(after), changes)).isEmpty();
        }
    }
}
