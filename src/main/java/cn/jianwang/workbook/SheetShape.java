package cn.jianwang.workbook;

import cn.jianwang.rulebook.Column;
import cn.jianwang.rulebook.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a table lies on its sheet. A table that is spread over files has one more column, which names the file. */
final class SheetShape {

    static final String GUIDE = "说明";
    static final String OPTIONS = "_选项";
    static final String PRINTS = "_指纹";
    static final String FILE = "文件";

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.csv");
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern ESCAPE = Pattern.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_");

    private final Schema table;

    SheetShape(Schema table) {
        this.table = table;
    }

    String sheet() {
        return table.name();
    }

    /** How many columns stand before those of the table. */
    int offset() {
        return table.isFolder() ? 1 : 0;
    }

    List<String> titles() {
        List<String> titles = new ArrayList<>();
        if (table.isFolder()) {
            titles.add(FILE);
        }
        table.columns().forEach(column -> titles.add(column.title()));
        return titles;
    }

    /** Number of the column that names a row, from 0. */
    int keyColumn() {
        return titles().indexOf(table.key());
    }

    /** What the column holds and how it is filled in. */
    String help(String title) {
        if (table.isFolder() && title.equals(FILE)) {
            return "这一行存在 " + table.path() + " 里的哪个文件；写新的文件名就新建文件";
        }
        Column column = table.columns().stream().filter(c -> c.title().equals(title)).findFirst().orElseThrow();
        StringBuilder help = new StringBuilder(column.help());
        if (!column.options().isEmpty()) {
            help.append("\n可填：").append(String.join("、", column.options()));
        }
        switch (column.kind()) {
            case CHOICES, FACTS, CONCEPTS, LEADS, BASIS, WORDS, PHRASES -> help.append("\n几项之间用；隔开");
            case DATE -> help.append("\n写成 2026-01-31 这样");
            default -> { }
        }
        return help.append(column.required() ? "\n必填" : "").toString();
    }

    /** The file as the sheet names it. */
    String fileCell(String path) {
        return path.substring(table.path().length());
    }

    static boolean isFileName(String cell) {
        return FILE_NAME.matcher(cell).matches();
    }

    /** OOXML reads {@code _x000D_} in a text as a character: such words are written so that they come back. */
    static String escaped(String cell) {
        return LIKE_AN_ESCAPE.matcher(cell).replaceAll("_x005F_");
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** Name of a column as a sheet shows it. */
    static String letters(int index) {
        StringBuilder letters = new StringBuilder();
        for (int n = index; n >= 0; n = n / 26 - 1) {
            letters.insert(0, (char) ('A' + n % 26));
        }
        return letters.toString();
    }
}
