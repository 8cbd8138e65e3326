package cn.jianwang.cli;

import cn.jianwang.difference.Cause;
import cn.jianwang.difference.DifferenceReport;
import cn.jianwang.difference.RuleComparison;
import cn.jianwang.difference.RuleEdits;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StandingDecisions;
import cn.jianwang.trial.CaseEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "diff", description = "比较两份规则：改了哪些格；加 --on（文件）或 --from、--to（库里的事件），还看哪些事件的判定因此变化，各因哪几格。")
final class RulesDiffCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "旧规则", description = "旧的规则文件夹")
    private Path old;

    @Parameters(index = "1", paramLabel = "新规则", description = "新的规则文件夹")
    private Path now;

    @Option(names = "--on", paramLabel = "文件", description = "事件文件（JSONL），用两份规则各判一遍")
    private Path events;

    @Mixin
    private Days days;

    @Option(names = "--cases", paramLabel = "文件夹", description = "一并试的案例文件夹，默认是新规则旁边的 test-cases")
    private Path cases;

    @Option(names = "--json", paramLabel = "文件", description = "把全部结果写成 JSON")
    private Path json;

    @Option(names = "--samples", paramLabel = "数", defaultValue = "3", description = "每个原因举几件（默认 3）")
    private int samples;

    @Option(names = "--threads", paramLabel = "数", description = "线程数（默认为处理器数）")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Unmatched
    private List<String> settings = new ArrayList<>();

    RulesDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > MOST_THREADS || samples < 0) {
            throw new ParameterException(spec.commandLine(), "--threads 应在 1 到 " + MOST_THREADS + " 之间，--samples 不能小于 0");
        }
        checkSource();
        RulesFolders.require(old);
        RulesFolders.require(now);
        RuleEdits edits = RuleEdits.between(old, now);
        DifferenceWords words = new DifferenceWords(surroundings.words());
        words.edits(edits.edits());
        if (days.given()) {
            return Database.use(Settings.checked(spec, settings), store -> onStored(edits, words, store));
        }
        if (events == null) {
            write(edits.edits());
            return Exit.FINE;
        }
        return onFile(edits, words);
    }

    private void checkSource() {
        if (!days.given() && !settings.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), settings);
        }
        if (days.given()) {
            days.check(spec);
            if (events != null) {
                throw new ParameterException(spec.commandLine(), "--on（文件）和 --from、--to（数据库）选一种写");
            }
        }
    }

    private int onFile(RuleEdits edits, DifferenceWords words) throws IOException {
        try (EventFile file = EventFile.open(events)) {
            compare(edits, words, file);
            file.told().forEach(surroundings.err()::println);
            if (file.bad() > 0) {
                surroundings.err().println("共有 " + file.bad() + " 行不是可用的事件，没有比较。");
            }
            return file.bad() == 0 ? Exit.FINE : Exit.BAD_LINES;
        }
    }

    /** In the order of keys, so that the samples are the same every time. */
    private int onStored(RuleEdits edits, DifferenceWords words, BeanFactory store) {
        Set<String> keys = new TreeSet<>();
        store.getBean(StandingDecisions.class).forEachMade(days.from(), days.until(), entry -> keys.add(entry.eventKey()));
        DecisionStore kept = store.getBean(DecisionStore.class);
        Iterator<GridEvent> stored = keys.stream().map(key -> JsonCodec.read(kept.event(key).orElseThrow(), GridEvent.class)).iterator();
        try {
            compare(edits, words, stored);
        } catch (IOException e) {
            throw new CouldNotRunException("写不了 " + json + "：" + e.getMessage());
        }
        return Exit.FINE;
    }

    private void compare(RuleEdits edits, DifferenceWords words, Iterator<GridEvent> history) throws IOException {
        Path folder = cases != null ? cases : now.toAbsolutePath().normalize().resolveSibling("test-cases");
        List<GridEvent> tried = CaseEvents.of(folder);
        try (RuleComparison comparison = RuleComparison.of(edits, threads)) {
            RuleComparison.Result result = comparison.decide(chain(history, tried.iterator()));
            List<Cause> causes = comparison.causes(result.changes());
            DifferenceReport report = DifferenceReport.of(edits, result, causes, samples);
            words.effects(report, tried.size());
            write(report);
        }
    }

    private static Iterator<GridEvent> chain(Iterator<GridEvent> first, Iterator<GridEvent> second) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return first.hasNext() || second.hasNext();
            }

            @Override
            public GridEvent next() {
                return first.hasNext() ? first.next() : second.next();
            }
        };
    }

    private void write(Object result) throws IOException {
        if (json != null) {
            Files.write(json, JsonCodec.writeBytes(result));
        }
    }
}
