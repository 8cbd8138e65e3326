package cn.jianwang.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "jianwang", versionProvider = RootCommand.Version.class,
        description = "检网：从网格、热线、信访事件中识别涉检线索。不写命令时启动服务。",
        synopsisHeading = "用法：", optionListHeading = "%n选项：%n", commandListHeading = "%n命令：%n",
        footer = "%n退出码：0 正常，1 检查发现问题，2 用法有误，3 完成但有坏行，4 无法运行")
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "显示帮助")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "显示版本")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"检网 " + (version == null ? "开发版" : version)};
        }
    }
}
