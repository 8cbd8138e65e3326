package cn.jianwang.cli;

import cn.jianwang.store.ApiKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "add", description = "新建一个密钥，密钥只显示一次。")
final class KeysAddCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 100;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "名称", description = "持有者，例如 衢江区社会治理中心")
    private String name;

    @Option(names = "--internal", description = "检察机关内部使用：可见完整判定；不加则只见回执")
    private boolean internal;

    @Option(names = "--admin", description = "规则管理员：可经接口发布、启用和回滚规则，可见完整判定")
    private boolean admin;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    KeysAddCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), "名称不能为空，也不能超过 " + LONGEST_NAME + " 字");
        }
        return KeyStore.use(Settings.checked(spec, settings), keys -> {
            ApiKeys.Issued issued = admin ? keys.addAdmin(name.strip()) : keys.add(name.strip(), internal);
            surroundings.words().println("编号：" + issued.id());
            surroundings.words().println("密钥：" + issued.secret());
            surroundings.err().println("密钥只显示这一次，请立即交给持有者保存。");
            return Exit.FINE;
        });
    }
}
