package cn.jianwang.language;

/**
 * One word of the lexicon.
 *
 * @param word      as written; {@code …} stands for 0 to 8 characters inside one clause, {@code #} for one number
 * @param concept   the word group it belongs to
 * @param wholeWord whether a hit must begin and end where HanLP's words do
 */
public record Term(String word, String concept, boolean wholeWord) {
}
