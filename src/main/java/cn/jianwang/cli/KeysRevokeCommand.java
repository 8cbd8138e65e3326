package cn.jianwang.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "revoke", description = "停用一个密钥，下一次请求起生效。")
final class KeysRevokeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "编号", description = "keys list 列出的编号")
    private String id;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    KeysRevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return KeyStore.use(Settings.checked(spec, settings), keys -> {
            if (!keys.revoke(id)) {
                throw new CouldNotRunException("没有编号为 " + id + " 的有效密钥，编号见 keys list");
            }
            surroundings.words().println("已停用：" + id);
            return Exit.FINE;
        });
    }
}
