package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final String TEXT = "夜里有人往溪沟里倒渣土，共 12 车，车牌浙H开头，打电话反映过三次没有人管。".repeat(40);

    private static long changed(String before, String after) {
        return IntStream.range(0, before.length()).filter(i -> before.charAt(i) != after.charAt(i)).count();
    }

    private static long chinese(String text) {
        return text.chars().filter(Character::isIdeographic).count();
    }

    @Test
    void aboutTheAskedShareOfChineseCharactersIsReplacedAndNothingElse() {
        String noisy = new Noise(3, 1).text(TEXT, new Random(1));
        assertThat(noisy).hasSameSizeAs(TEXT);
        assertThat(changed(TEXT, noisy) / (double) chinese(TEXT)).isBetween(0.02, 0.04);
        assertThat(noisy.replaceAll("\\p{IsHan}", "字")).isEqualTo(TEXT.replaceAll("\\p{IsHan}", "字"));
    }

    @Test
    void mistakesSoundOrLookAlike() {
        String noisy = new Noise(100, 1).text("排污水".repeat(200), new Random(1));
        assertThat(noisy.chars().mapToObj(c -> (char) c)).contains('误', '徘', '亏', '谁').doesNotContain('污', '车');
    }

    @Test
    void theSameEventAndSeedGiveTheSameMistakesInAllFreeTexts() {
        Map<String, Object> event = Map.of("sourceSystem", "QZ", "sourceEventId", "1", "title", TEXT, "content", TEXT,
                "handling", List.of(Map.of("org", "综合执法中队", "result", TEXT)), "occurAddress", "杜泽镇");
        Map<String, Object> noisy = new Noise(3, 7).apply(event);
        assertThat(noisy).isEqualTo(new Noise(3, 7).apply(event)).isNotEqualTo(new Noise(3, 8).apply(event));
        assertThat(noisy.get("title")).isNotEqualTo(TEXT);
        assertThat(noisy.get("content")).isNotEqualTo(TEXT).isNotEqualTo(noisy.get("title"));
        assertThat(noisy.get("occurAddress")).isEqualTo("杜泽镇");
        assertThat(((Map<?, ?>) ((List<?>) noisy.get("handling")).get(0)).get("result")).isNotEqualTo(TEXT);
        assertThat(((Map<?, ?>) ((List<?>) noisy.get("handling")).get(0)).get("org").toString()).isEqualTo("综合执法中队");
    }

    @Test
    void withoutFreeTextNothingChanges() {
        Map<String, Object> event = Map.of("sourceSystem", "QZ", "sourceEventId", "1");
        assertThat(new Noise(100, 1).apply(event)).isEqualTo(event);
    }
}
