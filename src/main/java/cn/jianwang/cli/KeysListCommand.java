package cn.jianwang.cli;

import cn.jianwang.store.ApiKeys;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "list", description = "列出全部密钥（不含密钥本身）。")
final class KeysListCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    KeysListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return KeyStore.use(Settings.checked(spec, settings), keys -> {
            surroundings.words().println("编号      权限  建立时间          状态                    名称");
            keys.list().forEach(key -> surroundings.words().println(line(key)));
            return Exit.FINE;
        });
    }

    private static String line(ApiKeys.Key key) {
        OffsetDateTime revoked = key.revokedAt();
        return "%s  %s  %s  %s  %s".formatted(key.id(), key.admin() ? "管理" : key.internal() ? "内部" : "平台", TIME.format(key.createdAt()),
                revoked == null ? "有效                  " : "停用 " + TIME.format(revoked) + " ", key.name());
    }
}
