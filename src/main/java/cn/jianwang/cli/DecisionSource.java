package cn.jianwang.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where decisions that were made before come from: files, or the days of a database. */
final class DecisionSource {

    @Mixin
    private Days days;

    @Option(names = "--decisions", paramLabel = "文件", description = "判定文件（triage 的输出），不用数据库；要和 --events 一起写")
    private Path decisions;

    @Option(names = "--events", paramLabel = "文件", description = "判定文件对应的事件文件，取事件文字")
    private Path events;

    boolean fromFiles() {
        return decisions != null;
    }

    DecidedFiles files() {
        return new DecidedFiles(decisions, events);
    }

    /** Name of the source, as a person would call it. */
    String name() {
        return fromFiles() ? decisions.getFileName().toString() : days.toString();
    }

    Path events() {
        return events;
    }

    Days days() {
        return days;
    }

    /** @param settings of the service; only a database takes any */
    void check(CommandSpec spec, List<String> settings) {
        if (fromFiles() == days.given()) {
            throw new ParameterException(spec.commandLine(), "--decisions（判定文件）和 --from、--to（数据库）选一种写");
        }
        if (!fromFiles()) {
            days.check(spec);
        } else if (events == null) {
            throw new ParameterException(spec.commandLine(), "写了 --decisions 就要写 --events，表里要有事件文字");
        } else if (!settings.isEmpty()) {
            throw new UnmatchedArgumentException(spec.commandLine(), settings);
        }
    }
}
