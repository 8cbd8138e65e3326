package cn.jianwang.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.event.AppealPurpose;
import cn.jianwang.event.Channel;
import cn.jianwang.event.GridEvent;
import cn.jianwang.fact.FactFinder;
import cn.jianwang.language.Dictionary;
import cn.jianwang.language.TextReader;
import cn.jianwang.rulebook.FieldFact;
import cn.jianwang.rulebook.Rulebook;
import cn.jianwang.rulebook.RulebookReader;
import cn.jianwang.rulebook.SmallRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule check knows exactly the facts that fields can say. */
class FieldFactsTest {

    @TempDir
    private Path folder;

    @Test
    void fieldsSayTheFactsThatTheyAreKnownToSayAndNoOthers() {
        String vocabulary = FieldFact.all().stream().map(fact -> fact + ",程序,登记字段\n").collect(Collectors.joining());
        Rulebook rulebook = RulebookReader.read(SmallRules.copyTo(folder)
                .replacing("vocabulary/facts/common.csv", "处置不满意,履职,反映人对最后一次处置不满意\n多次催办,履职,催办两次以上\n", "")
                .replacing("vocabulary/facts/common.csv", "渠道网格巡查,程序,网格巡查上报\n诉求目的举报,诉求,平台登记为举报\n", "")
                .with("vocabulary/facts/fields.csv", "事实,槽,说明\n" + vocabulary).root());
        Dictionary dictionary = Dictionary.of(rulebook.terms());
        FieldFacts fields = new FieldFacts(rulebook, new TextReader(dictionary),
                new FactFinder(dictionary, rulebook.patterns(), rulebook.quantities()));
        Set<String> said = new TreeSet<>();
        for (Channel channel : Channel.values()) {
            for (AppealPurpose purpose : AppealPurpose.values()) {
                said.addAll(fields.of(event(channel, purpose)));
            }
        }
        said.add(FieldFact.篇末提及.name());
        assertThat(said).as("with what the shape of a text says").isEqualTo(FieldFact.all());
    }

    private static GridEvent event(Channel channel, AppealPurpose purpose) {
        GridEvent.Handling step = new GridEvent.Handling("环保局", null, "现场看过", false);
        return new GridEvent("测试", "1", null, "黑水", channel, null, null, "河边", null, null, null, List.of(), purpose, null, null,
                new GridEvent.Respondent(null, "样例厂", null), List.of(step, step), 3, "测试:0", List.of(), null, Map.of());
    }
}
