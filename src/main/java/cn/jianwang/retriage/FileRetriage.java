package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.event.LineError;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.store.DecisionStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Re-triage from file to file, without a database: events, old decisions, new decisions. A line out for each event, in its
 * order: the old line byte for byte where nothing changed, otherwise the next revision, so that the result is the next
 * run's baseline. An event that cannot be judged keeps its old decision. Good for one run.
 */
public final class FileRetriage {

    /** What a run was given. @param report folder for the report; nullable */
    public record Paths(Path events, Path baseline, Path out, Path report) {
    }

    /** @param unreadable lines that are no event. @param fresh events without an old decision */
    public record Result(Run run, long unreadable, long fresh) {
    }

    private static final int LINES_AT_ONCE = 128;
    private static final int WAITING_PER_THREAD = 4;

    private record Task(EventLines.Line line, EventReading reading, String before) {
    }

    private record Answer(Task task, Decision old, Judge.Verdict verdict) {
    }

    private final EventReader reader = new EventReader();
    private final Decider decider;
    private final Judge judge;
    private final Lot lot;
    private final String by;
    private final String reason;
    private final ChangeCauses causes;
    private final OffsetDateTime start = RunStore.now();
    private final Tally tally = new Tally();
    private final Map<Tier, Map<Tier, Lowest<Change>>> samples = new TreeMap<>();
    private final Lowest<Report.Audited> audit = new Lowest<>(Tally.AUDITED);
    private final List<Report.Failure> failures = new ArrayList<>();
    private long total;
    private long done;
    private long changed;
    private long failed;
    private long unreadable;
    private long fresh;

    public FileRetriage(Decider decider, String seed, String by, String reason, ChangeCauses causes) {
        this.decider = decider;
        this.judge = new Judge(decider);
        this.lot = new Lot(seed);
        this.by = by;
        this.reason = reason;
        this.causes = causes;
    }

    /**
     * Judges all events.
     *
     * @throws RetriageException where the baseline is no file of decisions
     */
    public Result run(Paths files, int threads, Consumer<Run> progress) throws IOException, InterruptedException {
        try (BaselineIndex baseline = BaselineIndex.of(files.baseline());
                InputStream in = Files.newInputStream(files.events());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(files.out()), 1 << 16)) {
            total = baseline.size();
            Consumer<Consumer<Change>> judged = consumer -> {
                try {
                    judge(in, baseline, out, threads, consumer, progress);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            if (files.report() == null) {
                judged.accept(change -> { });
            } else {
                Files.createDirectories(files.report());
                try (OutputStream csv = Files.newOutputStream(files.report().resolve(ReportFiles.CHANGES));
                        OutputStream xlsx = Files.newOutputStream(files.report().resolve(ReportFiles.WORKBOOK));
                        ReportWorkbook workbook = new ReportWorkbook(xlsx)) {
                    ReportFiles.csv(csv, consumer -> judged.accept(consumer.andThen(workbook::add)));
                    Report report = report(files);
                    workbook.finish(report);
                    ReportFiles.pages(files.report(), report);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Result(now(Run.Status.DONE), unreadable, fresh);
    }

    private void judge(InputStream in, BaselineIndex baseline, OutputStream out, int threads, Consumer<Change> changes,
                       Consumer<Run> progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Deque<Future<List<Answer>>> waiting = new ArrayDeque<>();
        try {
            EventLines lines = new EventLines(in);
            for (List<Task> tasks = some(lines, baseline); !tasks.isEmpty(); tasks = some(lines, baseline)) {
                List<Task> given = tasks;
                waiting.add(pool.submit(() -> given.stream().map(this::answer).toList()));
                if (waiting.size() >= threads * WAITING_PER_THREAD) {
                    write(waiting.poll(), out, changes);
                    progress.accept(now(Run.Status.RUNNING));
                }
            }
            while (!waiting.isEmpty()) {
                write(waiting.poll(), out, changes);
            }
            total = done;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Task> some(EventLines lines, BaselineIndex baseline) throws IOException {
        List<Task> tasks = new ArrayList<>();
        while (tasks.size() < LINES_AT_ONCE) {
            EventLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            EventReading reading = line.read(reader);
            tasks.add(new Task(line, reading, reading.ok() ? baseline.find(reading.event().key()) : null));
        }
        return tasks;
    }

    private Answer answer(Task task) {
        if (!task.reading().ok()) {
            return new Answer(task, null, null);
        }
        GridEvent event = task.reading().event();
        if (task.before() == null) {
            return new Answer(task, null, judge.first(event));
        }
        Decision old = JsonCodec.read(task.before(), Decision.class);
        return new Answer(task, old, judge.judge(event, new Judge.Identity(old.decisionId(), old.revision(), old.release()),
                task.before()));
    }

    private void write(Future<List<Answer>> answers, OutputStream out, Consumer<Change> changes) throws IOException {
        try {
            for (Answer answer : answers.get()) {
                out.write((line(answer, changes) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String line(Answer answer, Consumer<Change> changes) {
        Task task = answer.task();
        if (!task.reading().ok()) {
            unreadable++;
            return JsonCodec.write(LineError.unreadable(task.line().number(), task.reading().problems()));
        }
        done++;
        Judge.Verdict verdict = answer.verdict();
        String key = task.reading().event().key();
        if (verdict.failed()) {
            failed++;
            if (failures.size() < Report.MOST_FAILURES) {
                failures.add(new Report.Failure(key, verdict.incident()));
            }
            return task.before() != null ? task.before() : JsonCodec.write(LineError.failed(task.line().number(), verdict.incident()));
        }
        if (answer.old() == null) {
            fresh++;
            return JsonCodec.write(verdict.after());
        }
        if (!verdict.changed()) {
            unchanged(verdict, answer.old());
            return task.before();
        }
        changed++;
        Decision next = DecisionStore.revision(verdict.after(), answer.old().revision() + 1);
        Change change = new Change(verdict.event(), answer.old(), next, verdict.depth());
        tally.changed(change.event(), change.before(), next, change.depth());
        changes.accept(change);
        if (change.depth() != Depth.WORDING) {
            samples.computeIfAbsent(change.before().tier(), t -> new TreeMap<>())
                    .computeIfAbsent(next.tier(), t -> new Lowest<>(Report.SAMPLES)).offer(lot.of(key), change);
        }
        return JsonCodec.write(next);
    }

    private void unchanged(Judge.Verdict verdict, Decision old) {
        tally.unchanged(verdict.after(), lot, old.revision());
        if (old.tier() == Tier.D) {
            String drawn = lot.of(old.eventKey());
            audit.offer(drawn, new Report.Audited(drawn, verdict.event(), old));
        }
    }

    private Run now(Run.Status status) {
        double seconds = java.time.Duration.between(start, RunStore.now()).toMillis() / 1000.0;
        double rate = seconds == 0 ? 0 : done / seconds;
        return new Run("文件", status, false, false, reason, by, decider.release(), Selection.all(), lot.seed(), start,
                status.ended() ? RunStore.now() : null, null, Math.max(total, done), done, changed, failed, rate,
                rate == 0 ? null : Long.valueOf(Math.round(Math.max(0, total - done) / rate)));
    }

    private Report report(Paths files) {
        List<Report.Sample> some = new ArrayList<>();
        samples.forEach((before, afters) -> afters.forEach((after, lowest) ->
                some.add(new Report.Sample(before, after, lowest.inOrder()))));
        Run run = now(Run.Status.DONE);
        return new Report(run, "事件文件 " + files.events().getFileName() + "，原判定 " + files.baseline().getFileName(),
                "文件对文件，新判定写到 " + files.out().getFileName() + (fresh > 0 ? "；没有原判定的 " + fresh + " 件不在比较之内" : ""),
                List.of(), tally, some, failures, audit.inOrder(),
                causes.of(run, some.stream().flatMap(sample -> sample.changes().stream()).toList()), Names.of(decider));
    }
}
