package cn.jianwang.bench;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.release.Publisher;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.release.Serving;
import cn.jianwang.release.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * From an edited cell to the first decision of the release that has it, as the service does it: check, gates that need no
 * trials, the shelf, the swap. Trials are measured by {@code rules test} and {@code rules mutate}.
 *
 * <p>Arguments: rules folder, folder for files (empty), how often.
 */
public final class PublishBench {

    private static final String EDITED = "tags.csv";
    private static final String EVENT = "{\"sourceSystem\":\"CESHI\",\"sourceEventId\":\"1\",\"content\":\"工地夜间施工噪音很大\","
            + "\"reportTime\":\"2026-11-01T08:00:00+08:00\"}";

    private PublishBench() {
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[1]));
        Path rules = work.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of(args[0]), rules);
        Publisher publisher = new Publisher(new ReleaseShelf(work.resolve("releases")), List.of(), Clock.system(ZoneId.of("Asia/Shanghai")));
        GridEvent event = new EventReader().read(EVENT).event();
        long start = System.nanoTime();
        Serving serving = new Serving(Release.load(rules));
        double load = seconds(start);
        double[] taken = new double[Integer.parseInt(args[2])];
        for (int i = 0; i < taken.length; i++) {
            edit(rules.resolve(EDITED), i);
            start = System.nanoTime();
            Publisher.Outcome outcome;
            try (Serving.Lease lease = serving.lease()) {
                outcome = publisher.publish(rules, work.resolve("none"), new Submission("甲", "乙", "第 " + i + " 次"), "测速", false, lease.release());
            }
            if (!outcome.published()) {
                throw new IllegalStateException(outcome.findings().toString());
            }
            serving.swap(outcome.loaded());
            String version = serving.release().decide(event).release().version();
            taken[i] = seconds(start);
            if (!version.equals(outcome.release().version())) {
                throw new IllegalStateException("decided by " + version);
            }
            System.out.printf("edit %d live as %s: %.2f s%n", i + 1, version, taken[i]);
        }
        Arrays.sort(taken);
        System.out.printf("first load %.2f s; edit to live: median %.2f s, slowest %.2f s; median / first load %.2f%n", load,
                taken[taken.length / 2], taken[taken.length - 1], taken[taken.length / 2] / load);
    }

    /** Each time the last row's explanation gets another ending. */
    private static void edit(Path table, int time) throws Exception {
        Files.writeString(table, Files.readString(table).stripTrailing() + (time == 0 ? "改" : "动") + "\n");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
