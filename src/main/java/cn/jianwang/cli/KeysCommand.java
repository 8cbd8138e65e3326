package cn.jianwang.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "keys", description = "管理接口密钥（X-API-Key）。")
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令：add、list 或 revoke");
    }
}
