package cn.jianwang.bench;

import cn.jianwang.JianwangApplication;
import cn.jianwang.store.HistoryLoader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How long single requests wait while the service judges history again. Requests come at 50 a second whether or not the
 * earlier ones are answered, and a request's time counts from the moment it should have been sent.
 *
 * <p>Arguments: events and decisions as {@link RetriageBench} leaves them, {@code h2} or {@code postgres}, folder for files,
 * rules folder, seconds.
 */
public final class LiveTrafficBench {

    private static final int PER_SECOND = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> events;
    private final String base;
    private int sent;

    private LiveTrafficBench(List<String> events, String base) {
        this.events = events;
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[3]));
        if (args[2].equals("h2")) {
            measure(args, "jdbc:h2:file:" + work.resolve("live").toAbsolutePath());
        } else {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
                measure(args, postgres.getJdbcUrl("postgres", "postgres"));
            }
        }
    }

    private static void measure(String[] args, String url) throws Exception {
        int seconds = Integer.parseInt(args[5]);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JianwangApplication.class).run("--server.port=0",
                "--jianwang.rules=" + args[4], "--spring.datasource.url=" + url)) {
            HistoryLoader.load(context.getBean(JdbcClient.class), context.getBean(PlatformTransactionManager.class), Path.of(args[0]),
                    Path.of(args[1]));
            LiveTrafficBench bench = new LiveTrafficBench(Files.readAllLines(Path.of(args[0])).stream().limit(11_000).toList(),
                    "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
            bench.percentiles("warming up", seconds);
            double quiet = bench.percentiles("quiet", seconds);
            HttpResponse<String> started = bench.post("/api/v1/retriage", "{\"reason\":\"bench\"}").join();
            String run = started.headers().firstValue("Location").orElseThrow();
            String before = bench.get(run);
            double busy = bench.percentiles("during re-triage", seconds);
            System.out.printf("p99 during re-triage / quiet: %.2f%nbefore %s%nafter  %s%n", busy / quiet, before, bench.get(run));
        }
    }

    /** Sends for so many seconds, and returns the 99th percentile in milliseconds. */
    private double percentiles(String what, int seconds) {
        int count = seconds * PER_SECOND;
        double[] millis = new double[count];
        CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * (1_000_000_000L / PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            String event = events.get(sent % events.size()).replace("\"sourceEventId\":\"", "\"sourceEventId\":\"live" + sent++ + "-");
            answers[i] = post("/api/v1/triage", event).thenAccept(answer -> {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.body());
                }
                millis[number] = (System.nanoTime() - due) / 1e6;
            });
        }
        CompletableFuture.allOf(answers).join();
        Arrays.sort(millis);
        System.out.printf("%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n", what, millis[count / 2], millis[count * 95 / 100],
                millis[count * 99 / 100], millis[count - 1]);
        return millis[count * 99 / 100];
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String body) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
