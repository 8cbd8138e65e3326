package cn.jianwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.opinion.UnusableModelException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with a second opinion; without one it is {@link ApiTest} that sees every byte. */
class SecondOpinionTest extends RunningService {

    @TempDir
    private Path folder;

    private static String database() {
        return "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Test
    void theModelOfTheSettingsSpeaksAndTheRestIsTheSame() throws Exception {
        Path model = Files.writeString(folder.resolve("model.txt"), "检网第二意见模型 1\n偏置\t-1.0\n推送线\t0.5\n词 渔网\t1.0\t4.0\n");
        try (ConfigurableApplicationContext other = start(database(), "--jianwang.opinion=" + model)) {
            String port = other.getEnvironment().getRequiredProperty("local.server.port");
            HttpResponse<String> with = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/triage"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(event("opinion", "\"content\":\"夜里下渔网\""))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(tree(with).get("tier").stringValue()).isEqualTo("D");
            assertThat(tree(with).get("secondOpinion").get("push").booleanValue()).isTrue();
            assertThat(with.body().replaceAll(",\"secondOpinion\":\\{[^}]*}", ""))
                    .isEqualTo(triage("opinion", "\"content\":\"夜里下渔网\"").body());
        }
    }

    @Test
    void aServiceWhoseModelCannotBeReadDoesNotStart() throws IOException {
        Path noModel = Files.writeString(folder.resolve("other.txt"), "别的文件");
        assertThatThrownBy(() -> start(database(), "--jianwang.opinion=" + noModel).close()).rootCause()
                .isInstanceOf(UnusableModelException.class).hasMessageContaining("opinion train");
    }
}
