package cn.jianwang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.retriage.WordDecider;
import cn.jianwang.store.DecisionStore;
import cn.jianwang.store.StoreConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetriageCommandTest {

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private boolean terminal;
    private String store;

    @BeforeEach
    void history() {
        WordDecider.write(folder.resolve("rules"), "1", "偷排,A,GY01-001");
        WordDecider.write(folder.resolve("next"), "2", "污水,B,GY01-002");
        store = "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("store");
        EventReader reader = new EventReader();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).run(store)) {
            for (int i = 0; i < 30; i++) {
                GridEvent event = reader.read("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%d\",\"content\":\"%s\"}"
                        .formatted(i, i % 3 == 0 ? "偷排" : i % 3 == 1 ? "污水" : "路灯")).event();
                context.getBean(DecisionStore.class).triage(event, WordDecider.load(folder.resolve("rules")));
            }
        }
    }

    private int run(String... args) {
        out.reset();
        err.getBuffer().setLength(0);
        return CommandLineTool.run(RetriageCommandTest.class, new Surroundings(InputStream.nullInputStream(), out,
                new PrintWriter(out, true, StandardCharsets.UTF_8), new PrintWriter(err, true), terminal, WordDecider::load, text -> { }), args);
    }

    private String rules(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aRunReportsListsAndWritesItsReport() {
        assertThat(run("retriage", "--rules", rules("next"), "--reason", "试", "--by", "张检", "--report", rules("report"), store)).isZero();
        assertThat(err.toString()).contains("已完成：共 30 件，已判 30 件，变化 20 件，失败 0 件（规则版本 2，只报告，未写入）")
                .containsPattern("retriage run=\\S+ status=DONE total=30 done=30 changed=20 failed=0 per_second=\\S+ seconds_left=- release=[0-9a-f]{12}");
        assertThat(folder.resolve("report").resolve("report.html")).content().contains("张检", "试");
        String id = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow().replace("编号：", "");
        assertThat(run("retriage", "list", "--rules", rules("rules"), store)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(id, "已完成", "只报告", "规则版本 2");
        assertThat(run("retriage", "report", id, "--out", rules("again"), "--rules", rules("rules"), store)).isZero();
        assertThat(folder.resolve("again").resolve("changes.csv")).content().contains("QZ:0,档位,A,D");
        for (String wrong : new String[] {"pause", "resume", "cancel"}) {
            assertThat(run("retriage", wrong, id, "--rules", rules("rules"), store)).as(wrong).isEqualTo(4);
            assertThat(err.toString()).contains("重判 " + id + " 已完成，不能");
        }
    }

    @Test
    void aKeyFileNarrowsAndApplyWrites() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.txt"), "\ufeffQZ:0\r\n\r\nQZ:1\r\n");
        assertThat(run("retriage", "--rules", rules("next"), "--keys", keys.toString(), "--apply", store)).isZero();
        assertThat(err.toString()).contains("共 2 件，已判 2 件，变化 2 件", "变化的已写成新修订");
        assertThat(run("retriage", "--rules", rules("rules"), "--decided-by", "2", "--apply", store)).isZero();
        assertThat(err.toString()).contains("共 2 件，已判 2 件，变化 2 件");
    }

    @Test
    void somebodyLookingOnSeesABar() {
        terminal = true;
        assertThat(run("retriage", "--rules", rules("next"), "--tier", "C", store)).isZero();
        assertThat(err.toString()).contains("没有符合条件的事件");
    }

    @Test
    void fileModeNeedsNoDatabase() throws Exception {
        Path events = Files.writeString(folder.resolve("e.jsonl"), "{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"1\",\"content\":\"污水\"}\n");
        assertThat(run("triage", "--in", events.toString(), "--out", rules("old.jsonl"), "--rules", rules("rules"))).isZero();
        assertThat(run("retriage", "--in", events.toString(), "--baseline", rules("old.jsonl"), "--out", rules("new.jsonl"),
                "--rules", rules("next"), "--report", rules("files"))).isZero();
        assertThat(err.toString()).contains("共判 1 件，变化 1 件");
        assertThat(folder.resolve("new.jsonl")).content().contains("\"revision\":2", "\"tier\":\"B\"");
        assertThat(folder.resolve("files").resolve("report.html")).exists();
        assertThat(run("retriage", "--in", events.toString(), "--baseline", rules("none"), "--out", rules("x"), "--rules", rules("next"))).isEqualTo(4);
        assertThat(err.toString()).contains("没有这个文件或目录");
        assertThat(run("retriage", "--in", events.toString(), "--baseline", rules("old.jsonl"), "--out", events.toString(),
                "--rules", rules("next"))).isEqualTo(4);
        assertThat(err.toString()).contains("同一个文件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--in x", "--in x --baseline y --out z --apply", "--in x --baseline y --out z --tier A",
        "--in x --baseline y --out z --notify", "--notify", "--threads 0",
        "--release 1 --rules x", "--tier E", "--unknown"})
    void wrongUsageIsRefused(String arguments) {
        assertThat(run(("retriage " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("用法见");
    }

    @Test
    void notificationsAreQueuedWhereTheyCanBeDeliveredAndRefusedElsewhere() {
        assertThat(run("retriage", "--rules", rules("next"), "--apply", "--notify", store)).isEqualTo(4);
        assertThat(err.toString()).contains("重判没有开始：没有配置通知地址 jianwang.notify.url", "--键=值");
        assertThat(run("retriage", "--rules", rules("next"), "--apply", "--notify", store, "--jianwang.notify.url=http://127.0.0.1:9/",
                "--jianwang.notify.secret=密")).isZero();
        assertThat(err.toString()).contains("变化 20 件", "通知已排队，由运行中的服务发送");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StoreConfiguration.class).web(WebApplicationType.NONE).run(store)) {
            assertThat(context.getBean(JdbcClient.class).sql("select count(*) from notification where status = 'WAITING'")
                    .query(Long.class).single()).isEqualTo(20);
        }
    }

    @Test
    void aClusterIsRefusedWithWhatDoesTheSame() {
        assertThat(run("retriage", "--cluster", "7", store)).isEqualTo(2);
        assertThat(err.toString()).contains("--cluster 7：检网还没有把事件归成簇", "--keys 文件").contains("用法见");
        assertThat(run("retriage", "list", store)).isZero();
        assertThat(out.size()).as("no run was started").isZero();
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThat(run("retriage", "--from", "去年", store)).isEqualTo(4);
        assertThat(err.toString()).contains("时间「去年」看不懂");
    }
}
