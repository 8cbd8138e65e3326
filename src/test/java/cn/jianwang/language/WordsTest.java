package cn.jianwang.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void wordsComeInOrderWithoutMarksAndEveryNumberAlike() {
        assertThat(Words.of("工厂 偷排１２吨污水，没人管！")).containsExactly("工厂", "偷", "排", "#", "吨", "污水", "没", "人", "管");
        assertThat(Words.of("…——😀")).isEmpty();
    }
}
