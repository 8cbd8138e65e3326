package cn.jianwang.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook to be read, not to be taken back: sheets with a frozen header, cells that are numbers or text. A text is never
 * a formula, whatever it begins with, and stays a text when somebody edits its cell.
 */
public final class PlainWorkbook implements AutoCloseable {

    private static final String TEXT = "@";
    private static final String HEADER_FILL = "DDEBF7";
    private static final String FORMULA = "=+-@\t\r";
    private static final int LONGEST_CELL = 32_767;
    private static final String CUT = "……（过长，余略）";

    private final Workbook workbook;

    /** @param out is not closed */
    public PlainWorkbook(OutputStream out) {
        workbook = new Workbook(out, "jianwang", null);
    }

    /** A sheet that is written row by row. */
    public static final class Sheet {

        /** As many as a sheet holds, with the header. */
        public static final int MOST_ROWS = 1_048_575;
        private static final int ROWS_IN_MEMORY = 200;

        private final Worksheet sheet;
        private int rows;

        private Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        /** Writes the next row; numbers stay numbers. A row that the sheet has no place for is left out. */
        public Sheet row(List<?> cells) {
            if (rows == MOST_ROWS) {
                return this;
            }
            rows++;
            for (int c = 0; c < cells.size(); c++) {
                if (cells.get(c) instanceof Number number) {
                    sheet.value(rows, c, number);
                } else {
                    text(c, String.valueOf(cells.get(c)));
                }
            }
            return this;
        }

        /**
         * Like {@link #row}, and lets rows go from memory. Only one sheet at a time can be written like this, until
         * {@link #finish}.
         */
        public void stream(List<?> cells) throws IOException {
            row(cells);
            if (rows % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        /** Ends a sheet that was streamed. */
        public void finish() throws IOException {
            sheet.finish();
        }

        private void text(int column, String text) {
            if (text.isEmpty()) {
                return;
            }
            String cell = SheetShape.escaped(text);
            sheet.inlineString(rows, column, cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL - CUT.length()) + CUT);
            if (FORMULA.indexOf(text.charAt(0)) >= 0) {
                sheet.style(rows, column).format(TEXT).set();
            }
        }
    }

    /**
     * Adds a sheet behind those there are.
     *
     * @param widths of the columns, in characters
     */
    public Sheet sheet(String name, List<String> header, double... widths) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int c = 0; c < header.size(); c++) {
            sheet.value(0, c, header.get(c));
            sheet.width(c, widths[Math.min(c, widths.length - 1)]);
        }
        sheet.range(0, 0, 0, header.size() - 1).style().bold().fillColor(HEADER_FILL).set();
        sheet.freezePane(0, 1);
        return new Sheet(sheet);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
