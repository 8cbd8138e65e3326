package cn.jianwang.bench;

import cn.jianwang.cli.CommandLineTool;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.notification.NotificationSettings;
import cn.jianwang.notification.Outbox;
import cn.jianwang.release.Release;
import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.retriage.ChangeCauses;
import cn.jianwang.retriage.LiveTraffic;
import cn.jianwang.retriage.Request;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RuleSource;
import cn.jianwang.retriage.Run;
import cn.jianwang.retriage.Selection;
import cn.jianwang.retriage.Tuning;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.HistoryLoader;
import cn.jianwang.store.StoreConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.FileSystemUtils;

/**
 * Re-triage over a long history: the events of a file, repeated with other keys and dates until there are as many as asked
 * for. Measures triage of the same events in memory and re-triage on the database in one run.
 *
 * <p>Arguments: file of events, how many, {@code h2} or {@code postgres}, folder for files, rules folder.
 */
public final class RetriageBench {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final long MEGABYTE = 1 << 20;

    private final Path work;
    private final Path rules;
    private final long wanted;

    private RetriageBench(Path work, Path rules, long wanted) {
        this.work = work;
        this.rules = rules;
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[3]));
        RetriageBench bench = new RetriageBench(work, Path.of(args[4]), Long.parseLong(args[1]));
        double memory = bench.triage(bench.repeat(Path.of(args[0])));
        if (args[2].equals("h2")) {
            bench.retriage("jdbc:h2:file:" + work.resolve("store").toAbsolutePath(), memory);
        } else {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(work.resolve("postgres")).start()) {
                bench.retriage(postgres.getJdbcUrl("postgres", "postgres"), memory);
            }
        }
    }

    private Path repeat(Path events) throws IOException {
        List<GridEvent> given = new ArrayList<>();
        EventReader reader = new EventReader();
        try (BufferedReader lines = Files.newBufferedReader(events)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                given.add(reader.read(line).event());
            }
        }
        Path repeated = work.resolve("events.jsonl");
        OffsetDateTime first = OffsetDateTime.parse("2021-01-01T08:00:00+08:00");
        try (BufferedWriter out = Files.newBufferedWriter(repeated)) {
            for (long i = 0; i < wanted; i++) {
                GridEvent e = given.get((int) (i % given.size()));
                out.write(JsonCodec.write(new GridEvent(e.sourceSystem(), e.sourceEventId() + "-" + i / given.size(), e.title(),
                        e.content(), e.channel(), null, first.plusMinutes(2 * i), e.occurAddress(), e.lon(), e.lat(), e.region(),
                        e.category(), e.appealPurpose(), e.personCount(), e.amount(), e.respondent(), e.handling(), e.urgeCount(),
                        e.duplicateOf(), e.attachments(), null, e.extras())));
                out.newLine();
            }
        }
        return repeated;
    }

    private double triage(Path events) {
        long start = System.nanoTime();
        int code = CommandLineTool.run(RetriageBench.class, "triage", "--in", events.toString(), "--out",
                work.resolve("decisions.jsonl").toString(), "--threads", "" + THREADS, "--rules", rules.toString());
        double rate = wanted / ((System.nanoTime() - start) / 1e9);
        System.out.printf("in memory (with loading the rules): exit %d, %.0f/s%n", code, rate);
        return rate;
    }

    private void retriage(String url, double memory) throws Exception {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StoreConfiguration.class)
                .web(WebApplicationType.NONE).logStartupInfo(false).run("--spring.datasource.url=" + url)) {
            long start = System.nanoTime();
            HistoryLoader.load(context.getBean(JdbcClient.class), context.getBean(PlatformTransactionManager.class),
                    work.resolve("events.jsonl"), work.resolve("decisions.jsonl"));
            if (url.contains("postgresql")) {
                context.getBean(JdbcClient.class).sql("vacuum analyze").update();
            }
            System.out.printf("loaded in %.0f s%n", (System.nanoTime() - start) / 1e9);
            RuleSource source = RuleSource.of(new ReleaseShelf(work.resolve("releases")), rules, true, work);
            try (Retriage retriage = new Retriage(context.getBean(JdbcClient.class),
                    context.getBean(PlatformTransactionManager.class), context.getBean(DecisionStore.class), source, Release::load,
                    new LiveTraffic(), ChangeCauses.none(),
                    new Outbox(context.getBean(JdbcClient.class), NotificationSettings.of(context.getEnvironment())), Tuning.of(Duration.ofSeconds(30)))) {
                run(retriage, "dry run, same rules", Request.Rules.CURRENT, false, memory);
                run(retriage, "apply, edited rules", new Request.Rules(null, edited()), true, memory);
                run(retriage, "roll back", Request.Rules.CURRENT, true, memory);
            }
        }
    }

    /** Every pushed lead row of the first file is only observed from now on. */
    private Path edited() throws IOException {
        Path copy = work.resolve("edited");
        FileSystemUtils.copyRecursively(rules, copy);
        try (Stream<Path> list = Files.list(copy.resolve("leads"))) {
            Path first = list.sorted().findFirst().orElseThrow();
            Files.writeString(first, Files.readString(first).replace(",B,", ",C,"));
        }
        return copy;
    }

    private void run(Retriage retriage, String what, Request.Rules rules, boolean apply, double memory) throws InterruptedException {
        long start = System.nanoTime();
        Run run = retriage.start(new Request(Selection.all(), rules, apply, false, what, "bench", true, null));
        List<Long> heap = new ArrayList<>();
        long[] next = {wanted / 10};
        Run ended = retriage.work(run.id(), THREADS, now -> {
            if (now.done() >= next[0]) {
                next[0] += wanted / 10;
                heap.add(heapAfterCollection());
            }
        });
        double rate = ended.done() / ((System.nanoTime() - start) / 1e9);
        System.out.printf("%s: %s, %d of %d, %d changed, %d failed, %.0f/s, %.2f of memory, heap after collection in MB at each tenth %s%n",
                what, ended.status(), ended.done(), ended.total(), ended.changed(), ended.failed(), rate, rate / memory, heap);
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
