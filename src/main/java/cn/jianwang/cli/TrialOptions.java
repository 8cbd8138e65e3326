package cn.jianwang.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that tries rules on cases is told. */
final class TrialOptions {

    @Parameters(paramLabel = "文件夹", arity = "0..1", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    @Option(names = "--cases", paramLabel = "文件夹", description = "案例文件夹，默认是规则文件夹旁边的 test-cases")
    private Path cases;

    /** The rules folder; it is there. */
    Path rules() {
        RulesFolders.require(rules);
        return rules;
    }

    Path cases() {
        return cases != null ? cases.toAbsolutePath().normalize() : rules.toAbsolutePath().normalize().resolveSibling("test-cases");
    }
}
