package cn.jianwang.decision;

import java.util.List;

/**
 * A row of status 试行 that fired, and what it would have changed had it been 正式.
 *
 * @param row     id of the row; of a word of the lexicon the word itself
 * @param changes what would have come out differently, in words that group well; empty where nothing would
 * @param joint   whether it takes other rows on trial to bring the changes about
 */
public record ShadowHit(String row, List<String> changes, boolean joint) {
}
