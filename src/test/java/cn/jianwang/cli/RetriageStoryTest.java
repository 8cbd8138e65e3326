package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.EventReader;
import cn.jianwang.release.Release;
import cn.jianwang.retriage.RetriageStory;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StoreConfiguration;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story of an edited rule by commands, with real rules. */
class RetriageStoryTest {

    @TempDir
    private Path folder;
    private RetriageStory story;
    private String database;

    private <T> T store(Function<DecisionStore, T> work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StoreConfiguration.class)
                .web(WebApplicationType.NONE).run(database)) {
            return work.apply(context.getBean(DecisionStore.class));
        }
    }

    private Map<String, List<Decision>> revisions() {
        return store(store -> story.revisions(store::decisionsOf));
    }

    private String run(String... args) {
        StringWriter words = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.add(database);
        int code = CommandLineTool.run(RetriageStoryTest.class, new Surroundings(InputStream.nullInputStream(),
                OutputStream.nullOutputStream(), new PrintWriter(words, true), new PrintWriter(words, true), false, Release::load,
                text -> { }), all.toArray(String[]::new));
        assertThat(code).as(words.toString()).isZero();
        return words.toString();
    }

    private JsonNode report(String run) throws Exception {
        Path out = folder.resolve("report-" + run);
        run("retriage", "report", run, "--out", out.toString(), "--rules", story.rules().toString(), "--jianwang.candidates=" + story.candidates());
        return new JsonMapper().readTree(Files.readString(out.resolve("report.json")));
    }

    private List<String> runs() {
        List<String> runs = new ArrayList<>();
        run("retriage", "list").lines().forEach(line -> runs.add(0, line.split(" ")[0]));
        return runs;
    }

    @Test
    void anEditIsTriedAppliedAndTakenBack() throws Exception {
        story = new RetriageStory(folder);
        database = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store");
        String candidate = story.candidates().resolve("改档").toString();
        EventReader reader = new EventReader();
        try (Release release = Release.load(story.rules())) {
            store(store -> story.events().stream().map(event -> store.triage(reader.read(event).event(), release)).toList());
        }
        Map<String, List<Decision>> before = revisions();

        run("retriage", "--rules", candidate, "--by", "甲", "--reason", "试一试");
        story.assertOnlyReported(report(runs().get(0)), before, revisions());

        run("retriage", "--rules", candidate, "--apply", "--by", "乙", "--reason", "检委会决定");
        Map<String, List<Decision>> applied = revisions();
        story.assertApplied(before, applied);

        run("retriage", "--rules", story.rules().toString(), "--apply", "--by", "丙", "--reason", "误降，恢复");
        story.assertRolledBack(before, applied, revisions());

        List<JsonNode> trail = new ArrayList<>();
        for (String run : runs()) {
            report(run).get("log").forEach(trail::add);
        }
        story.assertTrailTellsIt(trail);
    }
}
