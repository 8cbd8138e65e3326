package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Every position of the normal text leads back to the original. */
class NormalTextTest {

    @Test
    void foldsWidthCaseAndBlanks() {
        NormalText text = NormalText.of("ＫＴＶ：吵　到２点 污 水\u200B直排");
        assertThat(text.text()).isEqualTo("ktv:吵到2点污水直排");
        int at = text.text().indexOf("污水");
        assertThat(text.original().substring(text.originalStart(at), text.originalEnd(at + 2))).isEqualTo("污 水");
    }

    @Test
    void keepsSurrogatesAndLineBreaks() {
        NormalText text = NormalText.of("😀污水\n排了");
        assertThat(text.text()).isEqualTo("😀污水\n排了");
    }

    @Property
    void spansStayInsideTheOriginalAndInOrder(@ForAll @StringLength(max = 200) String original) {
        NormalText text = NormalText.of(original);
        int previous = -1;
        for (int i = 0; i < text.length(); i++) {
            assertThat(text.originalStart(i)).isGreaterThan(previous).isLessThan(original.length());
            assertThat(text.originalEnd(i + 1)).isGreaterThan(text.originalStart(i)).isLessThanOrEqualTo(original.length());
            previous = text.originalStart(i);
        }
    }
}
