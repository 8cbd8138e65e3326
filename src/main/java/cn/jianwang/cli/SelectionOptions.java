package cn.jianwang.cli;

import cn.jianwang.retriage.Selection;
import cn.jianwang.retriage.Times;
import cn.jianwang.rulebook.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which events a re-triage takes, as options. */
final class SelectionOptions {

    @Option(names = "--from", paramLabel = "时间", description = "上报时间不早于，如 2024-01-01")
    private String from;

    @Option(names = "--to", paramLabel = "时间", description = "上报时间不晚于，只写日期时含当日")
    private String to;

    @Option(names = "--source", paramLabel = "系统", split = ",", description = "来源系统 sourceSystem，可多个，用逗号隔开（下同）")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--region", paramLabel = "区划", split = ",", description = "区划代码，含其下各级，如 330803")
    private List<String> regions = new ArrayList<>();

    @Option(names = "--tier", paramLabel = "档位", split = ",", description = "现有判定的档位：A、B、C、D")
    private List<Tier> tiers = new ArrayList<>();

    @Option(names = "--domain", paramLabel = "领域", split = ",", description = "现有判定的领域代码，如 GY01")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--lead-type", paramLabel = "类型", split = ",", description = "现有判定的线索类型代码")
    private List<String> leadTypes = new ArrayList<>();

    @Option(names = "--decided-by", paramLabel = "版本", split = ",", description = "现有判定所依据的规则版本")
    private List<String> releases = new ArrayList<>();

    @Option(names = "--keys", paramLabel = "文件", description = "事件键清单，每行一个 sourceSystem:sourceEventId")
    private Path keys;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--cluster", hidden = true)
    private void cluster(String name) {
        throw new ParameterException(spec.commandLine(), "--cluster " + name + "：" + Selection.NO_CLUSTERS
                + "。请把该簇各事件的键（sourceSystem:sourceEventId）一行一个写进文件，用 --keys 文件 挑选");
    }

    Selection selection() throws IOException {
        return new Selection(from == null ? null : Times.from(from), to == null ? null : Times.to(to), sources, regions, tiers,
                domains, leadTypes, releases, keys == null ? List.of() : keys());
    }

    /** Whether there is any condition. */
    boolean given() {
        return from != null || to != null || keys != null
                || Stream.of(sources, regions, tiers, domains, leadTypes, releases).anyMatch(list -> !list.isEmpty());
    }

    private List<String> keys() throws IOException {
        List<String> given = Files.readAllLines(keys).stream().map(line -> line.replace("\ufeff", "").strip())
                .filter(line -> !line.isEmpty()).toList();
        if (given.isEmpty()) {
            throw new CouldNotRunException("清单 " + keys + " 里没有事件键，每行应写一个 sourceSystem:sourceEventId");
        }
        return given;
    }
}
