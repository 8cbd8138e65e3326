package cn.jianwang.cli;

import cn.jianwang.difference.Explainer;
import cn.jianwang.difference.Interceptions;
import cn.jianwang.difference.Interceptions.Missing;
import cn.jianwang.difference.Interceptions.RuleCount;
import cn.jianwang.difference.Section;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.release.Release;
import cn.jianwang.rulebook.RuleTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", description = "说明一段文字为什么这样判：认定了哪些事实，哪些规则成立，哪些只差一步；加 --near，数一批事件各只差哪一项。")
final class RulesExplainCommand implements Callable<Integer> {

    private static final int MOST_RULES = 5;
    private static final int SAMPLES = 3;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "文字", arity = "0..1", description = "要说明的文字")
    private String text;

    @Option(names = "--rule", paramLabel = "编号", description = "说明这一条规则为什么成立或不成立")
    private String rule;

    @Option(names = "--near", paramLabel = "文件", description = "事件文件（JSONL）：数一数各有多少件只差一项就成立，差的是哪一项")
    private Path near;

    @Option(names = "--most", paramLabel = "数", defaultValue = "30", description = "--near 列出几项（默认 30）")
    private int most;

    @Option(names = "--json", paramLabel = "文件", description = "把 --near 的全部结果写成 JSON")
    private Path json;

    @Option(names = "--rules", paramLabel = "文件夹", defaultValue = "rules", description = "规则文件夹，默认 rules")
    private Path rules;

    RulesExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if ((text == null) == (near == null)) {
            throw new ParameterException(spec.commandLine(), "要么写一段文字，要么用 --near 指定事件文件");
        }
        RulesFolders.require(rules);
        Release release = Release.load(rules);
        return near == null ? explain(release) : count(release);
    }

    private int explain(Release release) {
        Explainer explainer = new Explainer(release, new GridEvent("解释", "1", null, text, Channel.OTHER, null, null, null, null, null,
                null, List.of(), null, null, null, null, List.of(), 0, null, List.of(), null, Map.of()));
        List<Section> sections = rule == null ? explainer.overview() : List.of(explainer.rule(rule).orElseThrow(this::notInForce));
        PrintWriter out = surroundings.words();
        for (Section section : sections) {
            out.println(section.title() + "：");
            section.lines().forEach(line -> out.println("  " + line));
        }
        return Exit.FINE;
    }

    private CouldNotRunException notInForce() {
        RuleTables tables = RuleTables.read(rules);
        return RuleTables.titles().stream().filter(table -> RuleTables.columns(table).contains("状态"))
                .flatMap(table -> tables.rows(table).stream()).filter(row -> row.key().equals(rule)).findFirst()
                .map(row -> new CouldNotRunException("规则 " + rule + " 在 " + row.file() + " 第 " + row.line() + " 行，状态是"
                        + row.get("状态") + "，现在不参与判定，或者不是有条件格的规则，说不出它为什么成立或不成立。"))
                .orElseGet(() -> new CouldNotRunException("没有编号为「" + rule + "」的规则。" + similar(tables)));
    }

    private String similar(RuleTables tables) {
        String stem = rule.contains("-") ? rule.substring(0, rule.lastIndexOf('-')) : rule;
        List<String> ids = RuleTables.titles().stream().filter(table -> RuleTables.columns(table).contains("编号"))
                .flatMap(table -> tables.rows(table).stream()).map(RuleTables.Entry::key).filter(id -> id.startsWith(stem)).limit(8).toList();
        return ids.isEmpty() ? "" : "相近的有：" + String.join("、", ids) + "。";
    }

    private int count(Release release) throws IOException {
        try (EventFile events = EventFile.open(near)) {
            Interceptions found = Interceptions.count(release, events, Runtime.getRuntime().availableProcessors(), SAMPLES);
            PrintWriter out = surroundings.words();
            out.printf("%,d 件事件里，只差一项就成立的规则（按差的那一项排）：%n", found.events());
            found.missing().stream().limit(most).forEach(this::tell);
            if (found.missing().size() > most) {
                out.println("…还有 " + (found.missing().size() - most) + " 项，用 --most 或 --json 看全部。");
            }
            if (json != null) {
                Files.write(json, JsonCodec.writeBytes(found));
            }
            events.told().forEach(surroundings.err()::println);
            if (found.failed() + events.bad() > 0) {
                surroundings.err().println("有 " + events.bad() + " 行不是可用的事件，" + found.failed() + " 件判定出错，没有计入。");
            }
            return events.bad() == 0 ? Exit.FINE : Exit.BAD_LINES;
        }
    }

    private void tell(Missing missing) {
        String named = "「" + String.join("」或「", missing.facts().subList(0, Math.min(3, missing.facts().size()))) + "」";
        String what = missing.facts().size() > 3 ? named + "等 " + missing.facts().size() + " 项之一" : named + "一项";
        String rest = missing.rules().size() > MOST_RULES ? "，等 " + missing.rules().size() + " 条" : "";
        surroundings.words().println("  " + missing.events() + " 件只差" + what + "（其中 " + missing.unpushed() + " 件现在不推送）：" + missing.rules()
                .stream().limit(MOST_RULES).map(RulesExplainCommand::words).collect(Collectors.joining("，")) + rest);
    }

    private static String words(RuleCount rule) {
        return rule.rule() + " " + rule.name() + " " + rule.events() + " 件（如 " + String.join("、", rule.samples()) + "）";
    }
}
