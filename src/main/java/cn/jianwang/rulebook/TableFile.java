package cn.jianwang.rulebook;

import java.util.List;
import java.util.Map;

/**
 * One CSV file of a table, read.
 *
 * @param path   relative to the rules folder
 * @param text   the file as it was written; null where it could not be read
 * @param header position of every known column
 * @param rows   rows that are not blank
 * @param whole  whether the rows hold everything that the file holds: no unknown column, no damaged or cut row
 */
record TableFile(Schema schema, String path, SheetText text, Map<String, Integer> header, List<TableRow> rows, boolean whole) {
}
