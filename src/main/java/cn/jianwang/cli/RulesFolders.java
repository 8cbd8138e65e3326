package cn.jianwang.cli;

import java.nio.file.Files;
import java.nio.file.Path;

final class RulesFolders {

    private RulesFolders() {
    }

    static void require(Path rules) {
        if (!Files.isDirectory(rules)) {
            throw new CouldNotRunException("没有找到规则文件夹 " + rules + "。请在含有 rules 的文件夹里运行，或写明规则文件夹的位置。");
        }
    }
}
