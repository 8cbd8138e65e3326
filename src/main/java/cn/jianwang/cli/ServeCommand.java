package cn.jianwang.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "serve", description = "启动服务：接口与页面。其余设置写成 --键=值，例如 --server.port=9090。")
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Option(names = "--rules", paramLabel = "目录", description = "规则目录（默认 rules）")
    private Path rules;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    ServeCommand(Class<?> application, Surroundings surroundings) {
        this.application = application;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> all = new ArrayList<>(Settings.checked(spec, settings));
        if (rules != null) {
            all.add("--jianwang.rules=" + rules);
        }
        ConfigurableApplicationContext context;
        try {
            context = SpringApplication.run(application, all.toArray(String[]::new));
        } catch (RuntimeException alreadyReported) {
            return Exit.COULD_NOT_RUN;
        }
        Environment environment = context.getEnvironment();
        surroundings.err().printf("检网已启动：http://%s:%s/ （按 Ctrl+C 停止）%n", environment.getProperty("server.address"),
                environment.getProperty("local.server.port"));
        return CommandLineTool.SERVING;
    }
}
