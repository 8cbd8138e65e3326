package cn.jianwang.rulebook;

import cn.jianwang.rulebook.Column.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The one form of a cell: what is read, written by the formatter, shown in the workbook and compared is always this. */
final class CellForm {

    /** Cells of codes and digits, where a full-width character can only be meant as its half-width twin. */
    private static final Set<Kind> NARROW = EnumSet.of(Kind.ID, Kind.CHOICE, Kind.CHOICES, Kind.LEAD, Kind.LEADS, Kind.DATE,
            Kind.NUMBER, Kind.CODE);
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u200E\\u200F\\u2060\\uFEFF]");
    static final Pattern DAMAGED = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\uFFFD\\uFFFE\\uFFFF\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

    private CellForm() {
    }

    /** The cell of a column as it is meant; a cell that the column does not allow is only trimmed, for the message. */
    static String of(Column column, String raw) {
        String cell = clean(raw);
        if (cell.isEmpty()) {
            return cell;
        }
        if (NARROW.contains(column.kind())) {
            cell = narrow(cell).strip();
        }
        return switch (column.kind()) {
            case CHOICES, FACTS, CONCEPTS, LEADS, BASIS, WORDS, PHRASES -> String.join("；", TableRow.split(column.kind(), cell));
            case EXAMPLES -> String.join("｜", TableRow.splitExamples(cell));
            case DATE -> References.date(cell).map(Object::toString).orElse(cell);
            case NUMBER -> References.number(cell).isPresent() ? cell.replace(",", "") : cell;
            default -> cell;
        };
    }

    /** Trims blanks of every kind, folds no-break and full-width blanks inside, drops what has no width. */
    static String clean(String raw) {
        if (raw.isEmpty()) {
            return raw;
        }
        String cell = raw.replace('\u00A0', ' ').replace('\u3000', ' ').replace("\r\n", "\n").replace('\r', '\n');
        return INVISIBLE.matcher(cell).replaceAll("").strip();
    }

    /** Whether the cell holds characters that no one types: control, replacement and direction characters. */
    static boolean isDamaged(String cell) {
        return DAMAGED.matcher(cell).find();
    }

    private static String narrow(String cell) {
        StringBuilder narrow = new StringBuilder(cell);
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= '！' && c <= '～') {
                narrow.setCharAt(i, (char) (c - '！' + '!'));
            }
        }
        return narrow.toString();
    }
}
