package cn.jianwang.workbook;

import cn.jianwang.rulebook.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** The text that a person sees in a cell, or why it cannot be known. */
final class CellText {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final BigDecimal MOST_DIGITS = new BigDecimal("1000000000000000");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private CellText() {
    }

    /** A cell that holds something else than text. */
    static final class NotTextException extends Exception {

        private static final long serialVersionUID = 1L;

        private final WorkbookMistake mistake;
        private final String mend;

        NotTextException(WorkbookMistake mistake, String message, String mend) {
            super(message);
            this.mistake = mistake;
            this.mend = mend;
        }

        WorkbookMistake mistake() {
            return mistake;
        }

        String mend() {
            return mend;
        }
    }

    /**
     * Reads a cell.
     *
     * @param column   the column that it stands in; null for one that holds free text
     * @param date1904 whether days are counted from 1904
     */
    static String of(Cell cell, Column column, boolean date1904) throws NotTextException {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            throw new NotTextException(WorkbookMistake.G01, "格里是公式「=" + shorten(cell.getFormula()) + "」", "填入算好的结果，不要公式");
        }
        return switch (cell.getType()) {
            case STRING -> SheetShape.unescaped(String.valueOf(cell.getValue()));
            case NUMBER -> number(cell, column, date1904);
            case BOOLEAN -> throw new NotTextException(WorkbookMistake.G04, "格里是逻辑值，不是文字", "把这一格设为“文本”格式后重新输入");
            case ERROR -> throw new NotTextException(WorkbookMistake.G01, "格里是算错的结果「" + cell.getRawValue() + "」", "填入应有的内容");
            default -> "";
        };
    }

    private static String number(Cell cell, Column column, boolean date1904) throws NotTextException {
        BigDecimal number = cell.asNumber();
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean isDay = isDay(cell);
        if (column != null && column.kind() == Column.Kind.DATE && isDay && whole && !date1904 && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(2_958_465)) <= 0) {
            return DAY_ZERO.plusDays(number.longValue()).toString();
        }
        if (isDay) {
            throw new NotTextException(WorkbookMistake.G04, "格里的内容被表格软件改成了日期或时间", "把这一格设为“文本”格式后重新输入，日期写成 2026-01-31 这样");
        }
        if (!isPlain(cell)) {
            throw new NotTextException(WorkbookMistake.G04, "格里的数字带有显示格式「" + cell.getDataFormatString() + "」，看到的和存的可能不一样",
                    "把这一格设为“文本”格式后重新输入");
        }
        boolean exact = number.abs().compareTo(MOST_DIGITS) < 0;
        boolean written = whole || column != null && column.kind() == Column.Kind.NUMBER;
        if (!exact || !written) {
            throw new NotTextException(WorkbookMistake.G04, "格里的内容被表格软件当成了数字 " + number.toPlainString() + "，原来的写法可能已经变了",
                    "把这一格设为“文本”格式后重新输入");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = format(cell);
        return format.indexOf('y') >= 0 || format.indexOf('d') >= 0 && !format.contains("general") || format.indexOf('m') >= 0
               || format.contains("h:") || format.contains("ss");
    }

    private static boolean isPlain(Cell cell) {
        String format = format(cell);
        return format.isEmpty() || format.equals("general") || format.equals("@") || format.equals("0") || format.equals("0_ ")
               || format.equals("0.00");
    }

    private static String format(Cell cell) {
        String format = cell.getDataFormatString();
        return format == null ? "" : QUOTED.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
    }

    private static String shorten(String formula) {
        String text = formula == null ? "" : formula;
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
