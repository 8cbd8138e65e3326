package cn.jianwang.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.decision.ShadowHit;
import cn.jianwang.decision.Verdict;
import cn.jianwang.event.EventReader;
import cn.jianwang.event.GridEvent;
import cn.jianwang.event.JsonCodec;
import cn.jianwang.store.FakeDecider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionTest {

    @TempDir
    private Path folder;

    private static GridEvent event(String id, String content) {
        return new EventReader().read("{\"sourceSystem\":\"QZ\",\"sourceEventId\":\"%s\",\"content\":\"%s\"}".formatted(id, content)).event();
    }

    private static Training.Example example(int i) {
        boolean push = i % 3 == 0;
        String content = (push ? "工厂偷排黑水到河里，第" : "路灯不亮，请修理第") + i + (i % 2 == 0 ? "处，请尽快。" : "处，谢谢。");
        return new Training.Example("t" + i, Features.of(event("t" + i, content), push ? Set.of("污水入河") : Set.of()), push);
    }

    private static List<Training.Example> examples(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(OpinionTest::example).toList());
    }

    @Test
    void itLearnsWhatPeopleSaid() {
        OpinionModel model = Training.train(examples(60));
        Decision.SecondOpinion push = model.opinion(Features.of(event("new", "夜里偷排黑水"), Set.of("污水入河")));
        Decision.SecondOpinion leave = model.opinion(Features.of(event("new", "小区路灯不亮"), Set.of()));
        assertThat(push.push()).isTrue();
        assertThat(leave.push()).isFalse();
        assertThat(push.probability()).isGreaterThan(leave.probability()).isBetween(0.5, 1.0);
        assertThat(push.model()).isEqualTo(model.name()).hasSize(12);
    }

    @Test
    void theSameExamplesInAnyOrderGiveTheSameModel() {
        List<Training.Example> examples = examples(60);
        OpinionModel model = Training.train(examples);
        Collections.shuffle(examples, new Random(1));
        assertThat(Training.train(examples).text()).isEqualTo(model.text());
    }

    @Test
    void aModelComesBackFromItsFileAsItWas() throws IOException {
        OpinionModel model = Training.train(examples(60));
        OpinionModel read = OpinionModel.read(Files.writeString(folder.resolve("model.txt"), model.text()));
        assertThat(read.name()).isEqualTo(model.name());
        for (int i = 0; i < 20; i++) {
            assertThat(read.opinion(example(i).features())).isEqualTo(model.opinion(example(i).features()));
        }
    }

    @Test
    void everyExampleIsJudgedByAModelThatNeverSawIt() {
        List<Training.Example> examples = examples(60);
        assertThat(Training.crossValidate(examples, 5)).hasSize(60)
                .allSatisfy((id, push) -> assertThat(push).isEqualTo(Integer.parseInt(id.substring(1)) % 3 == 0));
        List<Training.Example> senseless = examples.stream()
                .map(e -> new Training.Example(e.id(), Set.of("词 " + e.id()), e.push())).toList();
        long right = Training.crossValidate(senseless, 5).entrySet().stream()
                .filter(e -> e.getValue() == (Integer.parseInt(e.getKey().substring(1)) % 3 == 0)).count();
        assertThat(right).as("what cannot be known from others is not known").isLessThan(50);
    }

    @Test
    void tooFewExamplesAreRefused() {
        assertThatThrownBy(() -> Training.train(examples(19))).isInstanceOf(UnusableModelException.class).hasMessageContaining("现有 19 条，其中推送 7 条");
        List<Training.Example> oneKind = examples(90).stream().filter(Training.Example::push).toList();
        assertThatThrownBy(() -> Training.train(oneKind)).hasMessageContaining("标注太少");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "别的文件\n1\n2\n", "检网第二意见模型 1\n偏置\t0\n", "检网第二意见模型 1\n偏置\tx\n推送线\t0.5\n",
            "检网第二意见模型 1\n偏置\t0\n推送线\t0.5\n词 水\t1\n", "检网第二意见模型 2\n偏置\t0\n推送线\t0.5\n"})
    void whatIsNoModelIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("model.txt"), text);
        assertThatThrownBy(() -> OpinionModel.read(file)).isInstanceOf(UnusableModelException.class).hasMessageContaining("opinion train");
    }

    @Test
    void aMissingModelIsTold() {
        assertThatThrownBy(() -> OpinionModel.read(folder.resolve("none.txt"))).isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("none.txt");
    }

    @Test
    void theOpinionStandsBesideTheDecisionAndChangesNothing() {
        Decider rules = new FakeDecider();
        Decider both = new SecondOpinions(Training.train(examples(60))).beside(rules);
        for (int i = 0; i < 12; i++) {
            GridEvent event = event("e" + i, i % 2 == 0 ? "偷排黑水" + i : "路灯" + i);
            Decision alone = rules.decide(event);
            Decision with = both.decide(event);
            assertThat(with.withSecondOpinion(null)).isEqualTo(alone);
            assertThat(JsonCodec.write(alone)).doesNotContain("secondOpinion");
            assertThat(JsonCodec.write(with)).isEqualTo(JsonCodec.write(alone).replaceFirst("}$", ",\"secondOpinion\":"
                    + JsonCodec.write(with.secondOpinion()) + "}"));
            assertThat(JsonCodec.read(JsonCodec.write(with), Decision.class)).isEqualTo(with);
            assertThat(JsonCodec.read(JsonCodec.write(alone), Decision.class)).isEqualTo(alone);
        }
        assertThat(both.release()).isEqualTo(rules.release());
    }

    @Test
    void whatRowsOnTrialWouldDoIsToldBesideAnOpinionToo() {
        GridEvent event = event("e", "偷排黑水");
        Verdict told = new Verdict(new FakeDecider().decide(event), List.of(new ShadowHit("XS-1", List.of("档位 A→B"), false)), List.of("XS-2"));
        Decider both = new SecondOpinions(Training.train(examples(60))).beside(new Decider() {
            @Override
            public Decision decide(GridEvent given) {
                return told.decision();
            }

            @Override
            public Verdict verdict(GridEvent given) {
                return told;
            }

            @Override
            public Decision.ReleaseId release() {
                return told.decision().release();
            }
        });
        assertThat(both.verdict(event)).isEqualTo(new Verdict(both.decide(event), told.shadow(), told.isolated()));
        assertThat(both.decide(event).secondOpinion()).isNotNull();
    }
}
