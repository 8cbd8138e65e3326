package cn.jianwang.rulebook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a CSV file as WPS, Excel or an editor wrote them, taken apart into rows of cells.
 *
 * @param charset  what the bytes were written in
 * @param records  all rows, the header among them; cells are untouched
 * @param endsLine whether the last row ends with a line break, as every spreadsheet writes it
 */
record SheetText(Encoding charset, List<CsvRecord> records, boolean endsLine) {

    /** How the text of a file may be encoded. */
    enum Encoding {
        UTF_8_WITH_MARK("UTF-8（带标记）", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16_LE("UTF-16", StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_16_BE("UTF-16", StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_8("UTF-8（无标记）", StandardCharsets.UTF_8),
        GB18030("GB18030", Charset.forName("GB18030"));

        private final String title;
        private final Charset charset;
        private final byte[] mark;

        Encoding(String title, Charset charset, int... mark) {
            this.title = title;
            this.charset = charset;
            this.mark = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                this.mark[i] = (byte) mark[i];
            }
        }

        String title() {
            return title;
        }

        boolean hasMark() {
            return mark.length > 0;
        }

        private boolean opens(byte[] bytes) {
            return startsWith(bytes, mark);
        }

        private Optional<String> decode(byte[] bytes) {
            try {
                return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length)).toString());
            } catch (CharacterCodingException notWrittenInThis) {
                return Optional.empty();
            }
        }
    }

    /** The file is no table; the message says why, the mend what to do. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String mend;

        UnreadableException(String message, String mend) {
            super(message);
            this.mend = mend;
        }

        String mend() {
            return mend;
        }
    }

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String SAVE_AGAIN = "在 WPS 中另存为“CSV UTF-8（逗号分隔）”";
    /** A last row of our own: where it is not read as it was written, a quotation mark before it was never closed. */
    private static final String END = "\uE000";

    /**
     * Takes a file apart.
     *
     * @throws UnreadableException where it is no text, or no complete CSV
     */
    static SheetText parse(byte[] bytes) throws UnreadableException {
        if (startsWith(bytes, ZIP) || startsWith(bytes, OLE)) {
            throw new UnreadableException("这是表格软件的工作簿，只是扩展名改成了 csv", "用 WPS 打开，再" + SAVE_AGAIN.substring(2) + "后放回");
        }
        for (Encoding encoding : Encoding.values()) {
            if (encoding.opens(bytes)) {
                Optional<String> text = encoding.decode(bytes);
                if (text.isPresent()) {
                    return new SheetText(encoding, split(text.get()), text.get().endsWith("\n") || text.get().endsWith("\r"));
                }
                if (encoding.hasMark()) {
                    throw new UnreadableException("文件开头标明是 " + encoding.title() + "，里面却有坏掉的字"
                                                  + damagedLine(encoding, bytes), "从上一版规则中取回，或者" + SAVE_AGAIN);
                }
            }
        }
        throw unknownEncoding();
    }

    static UnreadableException unknownEncoding() {
        return new UnreadableException("文字编码既不是 UTF-8 也不是 GB18030，或者有字已经坏掉", SAVE_AGAIN + "；打开已是乱码的，从上一版规则中取回");
    }

    private static String damagedLine(Encoding encoding, byte[] bytes) {
        if (encoding != Encoding.UTF_8_WITH_MARK) {
            return "";
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return "（文本第 " + line + " 行）";
    }

    private static List<CsvRecord> split(String text) throws UnreadableException {
        List<CsvRecord> records = new ArrayList<>();
        boolean lineEnds = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).allowExtraFields(true)
                .allowMissingFields(true).fieldSeparator(separator(text)).maxBufferSize(Math.max(1 << 24, text.length() + 16))
                .ofCsvRecord(text + (lineEnds ? "" : "\n") + END + "\n")) {
            reader.forEach(records::add);
        } catch (IOException | CsvParseException e) {
            throw unpaired("第 " + (records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber()) + " 行之后");
        }
        CsvRecord last = records.remove(records.size() - 1);
        if (!last.getFields().equals(List.of(END))) {
            throw unpaired("第 " + last.getStartingLineNumber() + " 行");
        }
        return records;
    }

    private static UnreadableException unpaired(String where) {
        return new UnreadableException("不是完整的 CSV：文本" + where + "有没有成对的引号", "用 WPS 打开检查后重新另存为“CSV UTF-8（逗号分隔）”");
    }

    /** Excel's “Unicode 文本” separates by tabs. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        return header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
