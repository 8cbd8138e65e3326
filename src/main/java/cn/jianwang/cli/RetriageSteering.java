package cn.jianwang.cli;

import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.RetriageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** What the commands share that steer runs which exist already. */
abstract class RetriageSteering {

    /** Something to do with the runs in the store. */
    interface Work {
        int on(Retriage retriage) throws InterruptedException;
    }

    final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--rules", paramLabel = "目录", description = "规则目录（默认 rules）")
    private Path rules;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    RetriageSteering(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final int use(Work work) throws InterruptedException {
        RetriageSession session = RetriageSession.open(Settings.checked(spec, settings), rules, surroundings);
        if (session == null) {
            return Exit.COULD_NOT_RUN;
        }
        try (session) {
            return work.on(session.retriage());
        } catch (RetriageException e) {
            throw new CouldNotRunException(e.getMessage());
        }
    }
}
