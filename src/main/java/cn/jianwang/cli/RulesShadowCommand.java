package cn.jianwang.cli;

import cn.jianwang.decision.ShadowHit;
import cn.jianwang.event.EventLines;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.EventReading;
import cn.jianwang.language.Term;
import cn.jianwang.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "shadow", description = "试行的行若转正会怎样：每行在这些事件里触发几次、会改变几个判定、怎样改变。")
final class RulesShadowCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--on", required = true, paramLabel = "文件", description = "事件文件（JSONL）")
    private Path events;

    private long decided;
    private long bad;

    /** What one row did so far. */
    private static final class Tally {

        private long fired;
        private long changed;
        private final Map<String, Long> changes = new TreeMap<>();

        private void add(ShadowHit hit) {
            fired++;
            changed += hit.changes().isEmpty() ? 0 : 1;
            hit.changes().forEach(change -> changes.merge(change + (hit.joint() ? "（与别的试行行一起）" : ""), 1L, Long::sum));
        }
    }

    RulesShadowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        RulesFolders.require(rules);
        try (Release release = Release.load(rules); InputStream in = Files.newInputStream(events)) {
            Map<String, Tally> tallies = new LinkedHashMap<>();
            release.rulebook().onTrial().terms().stream().map(Term::word).forEach(word -> tallies.put(word, new Tally()));
            release.rulebook().idsOnTrial().forEach(id -> tallies.put(id, new Tally()));
            if (tallies.isEmpty()) {
                surroundings.words().println("没有试行的行。");
                return Exit.FINE;
            }
            run(release, new EventLines(in), tallies);
            surroundings.words().println("共判定 " + decided + " 件" + (bad == 0 ? "" : "，另有坏行 " + bad + " 条") + "。");
            tallies.forEach(this::print);
            return bad == 0 ? Exit.FINE : Exit.BAD_LINES;
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个文件：" + e.getFile());
        }
    }

    private void run(Release release, EventLines lines, Map<String, Tally> tallies) throws IOException {
        EventReader reader = new EventReader();
        for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
            EventReading reading = line.read(reader);
            if (reading.ok()) {
                decided++;
                release.verdict(reading.event()).shadow().forEach(hit -> tallies.get(hit.row()).add(hit));
            } else {
                bad++;
            }
        }
    }

    private void print(String row, Tally tally) {
        surroundings.words().println(row + "  触发 " + tally.fired + " 件，会改变 " + tally.changed + " 件");
        tally.changes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .forEach(change -> surroundings.words().println("  " + change.getKey() + "  " + change.getValue() + " 件"));
    }
}
