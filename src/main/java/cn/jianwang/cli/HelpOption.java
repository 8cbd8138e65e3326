package cn.jianwang.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command shares: its help, in Chinese. */
@Command(synopsisHeading = "用法：", descriptionHeading = "%n", parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n", commandListHeading = "%n命令：%n")
final class HelpOption {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "显示帮助")
    private boolean help;
}
