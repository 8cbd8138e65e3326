package cn.jianwang.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLinesTest {

    private static List<String> lines(InputStream in) throws IOException {
        EventLines lines = new EventLines(in);
        List<String> texts = new ArrayList<>();
        for (EventLines.Line line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.number()).isEqualTo(texts.size() + 1);
            texts.add(line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyLineCountsTheLastOneWithOrWithoutItsEnd() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("一\n二")).containsExactly("一", "二");
        assertThat(lines("一\r\n\n二\n")).containsExactly("一", "", "二");
    }

    @Test
    void linesLongerThanTheBufferAreWhole() throws IOException {
        String longLine = "水".repeat(100_000);
        assertThat(lines(longLine + "\n短\n" + longLine)).containsExactly(longLine, "短", longLine);
    }

    @Test
    void aLineWithoutEndIsSkippedInBoundedMemory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 3L << 30;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int given = (int) Math.min(left, length);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        assertThat(lines(new java.io.SequenceInputStream(endless, new ByteArrayInputStream("\n短".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("too long", "短");
    }
}
