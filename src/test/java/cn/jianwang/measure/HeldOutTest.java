package cn.jianwang.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {

    /** Whoever splits a file elsewhere must get the same parts: these are {@code sha256(id)[0] % 3 == 0} of another tool. */
    @ParameterizedTest
    @CsvSource({"t1,false", "t2,false", "t3,false", "t4,true", "t5,false", "t6,true", "t7,false", "t8,true", "t12,false"})
    void theIdAloneDecides(String id, boolean held) {
        assertThat(HeldOut.covers(id)).isEqualTo(held);
    }

    @Test
    void aboutAThirdIsHeld() {
        assertThat(IntStream.range(0, 3_000).filter(i -> HeldOut.covers("id" + i)).count()).isBetween(930L, 1_090L);
    }
}
