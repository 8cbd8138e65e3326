package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one demand ends and the next begins. */
class LayoutTest {

    private static final TextReader READER = new TextReader(Dictionary.of(List.of(new Term("水", "水", false))));

    @Test
    void numberedDemandsStandAlone() {
        assertThat(segments(null, "1.路灯不亮；2.通道被占；3.楼上装修吵。")).containsExactly("1.路灯不亮；", "2.通道被占；", "3.楼上装修吵。");
        assertThat(segments(null, "反映两个问题：一是臭，二是吵。")).hasSize(3);
        assertThat(segments(null, "路不平。另外，河里有死鱼。")).containsExactly("路不平。", "另外，河里有死鱼。");
        assertThat(segments(null, "我要反映三个事第一个路不好第二个水发臭第三个社保")).hasSize(4);
    }

    @Test
    void decimalsAndDatesDoNotDivide() {
        assertThat(segments(null, "坑深1.5米，宽2.3米。")).hasSize(1);
        assertThat(segments(null, "从2026.5.1起一直这样。")).hasSize(1);
    }

    @Test
    void theTitleIsASegmentOfItsOwn() {
        Reading reading = READER.read("污水直排", "河里发臭");
        assertThat(reading.layout().hasTitle()).isTrue();
        assertThat(segments("污水直排", "河里发臭")).containsExactly("污水直排\n", "河里发臭");
    }

    private static List<String> segments(String title, String content) {
        Reading reading = READER.read(title, content);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < reading.layout().segments(); i++) {
            found.add(reading.quote(reading.layout().segmentStart(i), reading.layout().segmentEnd(i)));
        }
        return found;
    }
}
