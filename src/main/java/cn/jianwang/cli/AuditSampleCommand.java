package cn.jianwang.cli;

import cn.jianwang.decision.Decision;
import cn.jianwang.measure.AuditSheet;
import cn.jianwang.measure.Sampler;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StandingDecisions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(name = "sample", description = "随机抽取判定，做成给人填写的表；同样的范围、数量和种子，抽到的总是同样的判定。")
final class AuditSampleCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private DecisionSource source;

    @Option(names = "--tier", paramLabel = "档位", split = ",", defaultValue = "D", description = "抽哪些档，例如 A,B,D，默认 D")
    private List<Tier> tiers;

    @Option(names = "--size", paramLabel = "数", defaultValue = "200", description = "每档抽多少条，默认 200")
    private int size;

    @Option(names = "--seed", paramLabel = "数", defaultValue = "1", description = "随机种子，默认 1")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "文件", description = "写到哪个 CSV，不得已经存在")
    private Path out;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    private final Map<Tier, Sampler<String>> samplers = new EnumMap<>(Tier.class);

    AuditSampleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        checkUsage();
        for (Tier tier : Tier.values()) {
            samplers.put(tier, new Sampler<>(tiers.contains(tier) ? size : 0, seed));
        }
        return !source.fromFiles() ? Database.use(Settings.checked(spec, settings), store -> {
            store.getBean(StandingDecisions.class).forEachMade(source.days().from(), source.days().until(),
                    entry -> samplers.get(Tier.valueOf(entry.tier())).offer(entry.eventKey(), entry.id()));
            DecisionStore kept = store.getBean(DecisionStore.class);
            return write(drawn().stream().map(id -> kept.decisionById(id).orElseThrow())
                    .map(decision -> line(decision, source.name(), DecidedFiles.text(kept.event(decision.eventKey()).orElseThrow()))).toList());
        }) : fromFiles();
    }

    private int fromFiles() {
        DecidedFiles files = source.files();
        files.forEach(decided -> samplers.get(decided.tier()).offer(decided.eventKey(), decided.eventKey()));
        List<String> keys = drawn();
        Map<String, Decision> found = files.decisions(keys);
        Map<String, String> texts = files.texts(keys);
        List<String> unknown = keys.stream().filter(key -> !texts.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            throw new CouldNotRunException(source.events() + " 里没有这些已判定的事件：" + String.join("、", unknown.subList(0, Math.min(5, unknown.size())))
                    + (unknown.size() > 5 ? " 等 " + unknown.size() + " 个" : "") + "。怎么改：写明判定时用的那个事件文件");
        }
        return write(keys.stream().map(key -> line(found.get(key), source.name(), texts.get(key))).toList());
    }

    private List<String> drawn() {
        return tiers.stream().distinct().sorted(Comparator.reverseOrder()).flatMap(tier -> samplers.get(tier).drawn().stream()).toList();
    }

    private AuditSheet.Line line(Decision decision, String scope, String text) {
        Map<Tier, Integer> sizes = new EnumMap<>(Tier.class);
        samplers.forEach((tier, sampler) -> sizes.put(tier, sampler.offered()));
        return new AuditSheet.Line(decision, scope, sizes, seed, text);
    }

    private int write(List<AuditSheet.Line> lines) {
        if (lines.isEmpty()) {
            throw new CouldNotRunException("范围内没有 " + tiers + " 档的判定，没有可抽的");
        }
        InputFiles.read(out, file -> {
            Files.writeString(file, AuditSheet.write(lines), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return file;
        });
        surroundings.words().println("抽出 " + lines.size() + " 条写入 " + out + "。请填「是否涉检」（是、否、不确定），受理和成案知道的也填；填完用 audit report 出报告。");
        return Exit.FINE;
    }

    private void checkUsage() {
        source.check(spec, settings);
        if (size < 1) {
            throw new ParameterException(spec.commandLine(), "--size 至少为 1");
        }
        if (Files.exists(out)) {
            throw new ParameterException(spec.commandLine(), out + " 已经存在，可能有人填过；换一个文件名");
        }
    }
}
