package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("labels.jsonl"), List.of(lines));
    }

    @Test
    void whatIsNotSaidIsEmptyAndWhatIsNotKnownIsPassedOver() throws IOException {
        assertThat(LabelFile.texts(file("{\"id\":\"1\",\"text\":\"路灯\",\"tier\":\"D\",\"duty\":0}", ""))).singleElement().satisfies(text -> {
            assertThat(text.stratum()).isEqualTo("all");
            assertThat(text.domains()).isEmpty();
            assertThat(text.why()).isEmpty();
            assertThat(LabelFile.event(text.properties()).key()).endsWith(":1");
        });
    }

    @Test
    void theIdOfALabelledEventIsTheEventsId() throws IOException {
        assertThat(LabelFile.events(file("{\"id\":\"s1\",\"tier\":\"A\",\"leadType\":\"GY01-01\",\"leadTypeAlso\":\"GY01-03\",\"event\":"
                + "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"77\",\"content\":\"黑水\",\"lon\":118.87}}"))).singleElement().satisfies(event -> {
            assertThat(LabelFile.event(event.properties()).key()).isEqualTo("QZ:s1");
            assertThat(LabelFile.event(event.properties()).lon()).isEqualTo(118.87);
            assertThat(event.leadTypes()).containsExactly("GY01-01", "GY01-03");
        });
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirLine() throws IOException {
        Path file = file("{\"id\":\"1\",\"text\":\"路灯\",\"tier\":\"E\"}", "{\"id\":\"1\",\"text\":\"\",\"tier\":\"D\"}",
                "{\"text\":\"路灯\",\"tier\":\"D\"}", "[1]", "{\"id\":\"4\"");
        assertThatThrownBy(() -> LabelFile.texts(file)).isInstanceOf(UnreadableLabelsException.class)
                .hasMessageContaining("6 处错误").hasMessageContaining("第 1 行：档位「E」不认识")
                .hasMessageContaining("第 2 行：id「1」重复").hasMessageContaining("第 2 行：content 文本为空")
                .hasMessageContaining("第 3 行：缺 id").hasMessageContaining("第 4 行：不是标注行的 JSON")
                .hasMessageContaining("第 5 行：不是标注行的 JSON").hasMessageContaining("怎么改");
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        Path file = file("");
        assertThatThrownBy(() -> LabelFile.events(file)).hasMessageContaining("没有一行标注");
    }
}
