package cn.jianwang.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which re-triage is meant, and who says so. */
final class ChosenRun {

    @Parameters(paramLabel = "编号", description = "retriage list 列出的编号")
    String id;

    @Option(names = "--by", paramLabel = "姓名", description = "经办人（默认为系统用户名）")
    String by = System.getProperty("user.name");
}
