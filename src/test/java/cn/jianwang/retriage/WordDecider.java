package cn.jianwang.retriage;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.rulebook.Urgency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Rules small enough for a test: a file of lines {@code word,tier,rule}; the first word found decides. 炸 breaks it. */
public final class WordDecider implements Decider {

    private final List<String[]> rows;
    private final Decision.ReleaseId release;
    private final Consumer<GridEvent> before;

    private WordDecider(List<String[]> rows, Decision.ReleaseId release, Consumer<GridEvent> before) {
        this.rows = rows;
        this.release = release;
        this.before = before;
    }

    /** Writes a rules folder. */
    public static Path write(Path folder, String version, String... rows) {
        try {
            Files.createDirectories(folder.resolve("mechanics"));
            Files.writeString(folder.resolve("words.csv"), String.join("\n", rows));
            Files.writeString(folder.resolve("release.yaml"), "版本: " + version);
            Files.writeString(folder.resolve("mechanics").resolve("words.drl"), "first word found");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WordDecider load(Path folder) {
        return load(folder, event -> { });
    }

    /** @param before called with each event about to be decided */
    public static WordDecider load(Path folder, Consumer<GridEvent> before) {
        try {
            String words = Files.readString(folder.resolve("words.csv"));
            String mechanics = Files.readString(folder.resolve("mechanics").resolve("words.drl"));
            String version = Files.readString(folder.resolve("release.yaml")).replace("版本: ", "").strip();
            String hash = UUID.nameUUIDFromBytes((words + mechanics).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
            return new WordDecider(words.lines().map(line -> line.split(",")).toList(),
                    new Decision.ReleaseId(version, hash + hash), before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Decision decide(GridEvent event) {
        before.accept(event);
        String text = event.text();
        if (text.contains("炸")) {
            throw new IllegalStateException("engine broke");
        }
        for (String[] row : rows) {
            int at = text.indexOf(row[0]);
            if (at >= 0) {
                return decision(event, Tier.valueOf(row[1]), row[2], row[0], at);
            }
        }
        return decision(event, Tier.D, null, null, -1);
    }

    private Decision decision(GridEvent event, Tier tier, String rule, String word, int at) {
        String domain = rule == null || tier == Tier.D ? null : rule.substring(0, 4);
        List<Decision.Lead> leads = domain == null ? List.of() : List.of(new Decision.Lead(domain + "-01", domain, tier, 50,
                new Decision.Span(0, event.text().length()), List.of(new Decision.FactView("行为", word, word, at,
                        at + word.length(), "肯定", "已然")), List.of(rule), List.of(), List.of(), List.of()));
        Decision.Route route = tier == Tier.D ? null : new Decision.Route(new Decision.Procuratorate("330803", "衢江区人民检察院"),
                "第四检察部", List.of(), List.of(), "已定");
        String id = UUID.nameUUIDFromBytes((event.key() + event.text() + event.urgeCount() + release.sha256())
                .getBytes(StandardCharsets.UTF_8)).toString();
        return new Decision(event.key(), id, 1, tier, tier.pushes(), domain == null ? List.of() : List.of(domain), leads, null,
                route, tier.pushes() ? Urgency.一般 : Urgency.无, null, List.of(), List.of(),
                text(event).contains("污水") ? List.of(new Decision.NearMiss("GY01-009", List.of("多次反映"))) : List.of(),
                List.of("共" + event.text().length() + "字"), new Decision.Receipt(tier.pushes() ? "已移送" : "已办结", "感谢反映"),
                List.of(), release);
    }

    private static String text(GridEvent event) {
        return event.text();
    }

    @Override
    public Decision.ReleaseId release() {
        return release;
    }
}
