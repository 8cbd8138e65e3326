package cn.jianwang.cli;

import cn.jianwang.opinion.UnusableModelException;
import cn.jianwang.release.DamagedReleaseException;
import cn.jianwang.rulebook.RulesException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Finds the command that the arguments ask for and runs it. */
public final class CommandLineTool {

    /** The service is up; its threads keep the process alive. */
    public static final int SERVING = -1;

    private static final Set<String> ROOT_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private CommandLineTool() {
    }

    /**
     * Runs a command to its end.
     *
     * @param application the Spring application that {@code serve} starts
     * @return the exit code, or {@link #SERVING}
     */
    public static int run(Class<?> application, String... args) {
        return run(application, Surroundings.ofProcess(), args);
    }

    static int run(Class<?> application, Surroundings surroundings, String... args) {
        CommandLine root = new CommandLine(new RootCommand());
        root.addSubcommand(new ServeCommand(application, surroundings));
        root.addSubcommand(new TriageCommand(surroundings));
        root.addSubcommand(new ScoreCommand(surroundings));
        root.addSubcommand(new CommandLine(new AuditCommand())
                .addSubcommand(new AuditSampleCommand(surroundings))
                .addSubcommand(new AuditReportCommand(surroundings)));
        root.addSubcommand(new CommandLine(new OpinionCommand())
                .addSubcommand(new OpinionTrainCommand(surroundings))
                .addSubcommand(new OpinionEvaluateCommand(surroundings))
                .addSubcommand(new OpinionReportCommand(surroundings)));
        root.addSubcommand(new CommandLine(new RetriageCommand(surroundings))
                .addSubcommand(new RetriageListCommand(surroundings))
                .addSubcommand(new RetriageReportCommand(surroundings))
                .addSubcommand(new RetriagePauseCommand(surroundings))
                .addSubcommand(new RetriageResumeCommand(surroundings))
                .addSubcommand(new RetriageCancelCommand(surroundings)));
        root.addSubcommand(new CommandLine(new RulesCommand())
                .addSubcommand(new RulesCheckCommand(surroundings))
                .addSubcommand(new RulesTestCommand(surroundings))
                .addSubcommand(new RulesFormatCommand(surroundings))
                .addSubcommand(new RulesExportCommand(surroundings))
                .addSubcommand(new RulesImportCommand(surroundings))
                .addSubcommand(new RulesCoverageCommand(surroundings))
                .addSubcommand(new RulesMutateCommand(surroundings))
                .addSubcommand(new RulesCleanCommand(surroundings))
                .addSubcommand(new RulesDiffCommand(surroundings))
                .addSubcommand(new RulesExplainCommand(surroundings))
                .addSubcommand(new RulesPublishCommand(surroundings))
                .addSubcommand(new RulesReleasesCommand(surroundings))
                .addSubcommand(new RulesRollbackCommand(surroundings))
                .addSubcommand(new RulesShadowCommand(surroundings)));
        root.addSubcommand(new CommandLine(new KeysCommand())
                .addSubcommand(new KeysAddCommand(surroundings))
                .addSubcommand(new KeysListCommand(surroundings))
                .addSubcommand(new KeysRevokeCommand(surroundings)));
        root.setAllowSubcommandsAsOptionParameters(true);
        root.setOut(surroundings.words());
        root.setErr(surroundings.err());
        root.setParameterExceptionHandler(new ChineseUsageErrors());
        root.setExecutionExceptionHandler((failure, command, parsed) -> couldNotRun(failure, surroundings));
        return root.execute(withDefaultCommand(args));
    }

    private static int couldNotRun(Exception failure, Surroundings surroundings) {
        String reason = failure instanceof RulesException ? "规则有误，未运行。\n" + failure.getMessage()
                : failure instanceof CouldNotRunException || failure instanceof UnusableModelException
                  || failure instanceof DamagedReleaseException ? failure.getMessage()
                : "无法运行：" + failure;
        surroundings.err().println(reason);
        return Exit.COULD_NOT_RUN;
    }

    /** Without a command the service starts, so that {@code spring-boot:run} and a bare {@code java -jar} do. */
    private static String[] withDefaultCommand(String[] args) {
        boolean noCommand = args.length == 0 || args[0].startsWith("-") && !ROOT_OPTIONS.contains(args[0]);
        return noCommand ? Stream.concat(Stream.of("serve"), Arrays.stream(args)).toArray(String[]::new) : args;
    }
}
