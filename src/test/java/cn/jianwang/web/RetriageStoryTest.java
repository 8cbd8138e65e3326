package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.JianwangApplication;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.retriage.RetriageStory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The story of an edited rule over REST, with real rules. */
class RetriageStoryTest extends RunningService {

    private static final String PATH = "/api/v1/retriage";

    @TempDir
    static Path folder;
    private RetriageStory story;

    @Override
    Class<?>[] sources() {
        return new Class<?>[] {JianwangApplication.class};
    }

    @Override
    List<String> settings() {
        story = new RetriageStory(folder);
        return List.of("--jianwang.rules=" + story.rules(), "--jianwang.candidates=" + story.candidates(),
                "--jianwang.releases=" + folder.resolve("releases"));
    }

    private Map<String, List<Decision>> revisions() {
        return story.revisions(key -> StreamSupport.stream(tree(get("/api/v1/events/" + key + "/decisions")).spliterator(), false)
                .map(decision -> JsonCodec.read(decision.toString(), Decision.class)).toList());
    }

    private String ended(String form) throws InterruptedException {
        HttpResponse<String> started = post(PATH, "application/json", form);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String id = tree(started).get("id").stringValue();
        while (!tree(get(PATH + "/" + id)).get("status").stringValue().equals("DONE")) {
            Thread.sleep(50);
        }
        return id;
    }

    @Test
    void anEditIsTriedAppliedAndTakenBack() throws InterruptedException {
        story.events().forEach(event -> assertThat(post("/api/v1/triage", "application/json", event).statusCode()).isEqualTo(200));
        Map<String, List<Decision>> before = revisions();

        String tried = ended("{\"candidate\":\"改档\",\"by\":\"甲\",\"reason\":\"试一试\"}");
        story.assertOnlyReported(tree(get(PATH + "/" + tried + "/report.json")), before, revisions());

        String done = ended("{\"candidate\":\"改档\",\"apply\":true,\"by\":\"乙\",\"reason\":\"检委会决定\"}");
        Map<String, List<Decision>> applied = revisions();
        story.assertApplied(before, applied);

        String takenBack = ended("{\"apply\":true,\"by\":\"丙\",\"reason\":\"误降，恢复\"}");
        story.assertRolledBack(before, applied, revisions());

        List<JsonNode> trail = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        tree(get(PATH)).forEach(run -> runs.add(0, run.get("id").stringValue()));
        assertThat(runs).containsExactly(tried, done, takenBack);
        runs.forEach(run -> tree(get(PATH + "/" + run + "/log")).forEach(trail::add));
        story.assertTrailTellsIt(trail);
    }
}
