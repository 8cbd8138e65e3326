package cn.jianwang.trial;

/**
 * A case or example that did not come out as expected.
 *
 * @param file path of the file that holds it
 * @param line line of the text file
 * @param id   id of the case or of the row
 */
public record Failure(String file, int line, String id, String text, String expected, String actual) {

    @Override
    public String toString() {
        return file + "（文本第 " + line + " 行）" + id + "\n  " + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
               + "\n  期望：" + expected + "\n  实际：" + actual;
    }
}
