package cn.jianwang.language;

/** Numbers as people write them: 12、1.5、1,200、十二、两百来、三万五、几十、好几、半. */
final class ChineseNumber {

    private static final String NUMERALS = "一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟廿卅半";
    private static final String AFTER_DIGITS = "十百千万亿";
    private static final String AFTER_VAGUE = "十百千万";
    private static final String ABOUT = "多来余几";
    private static final boolean[] PART = new boolean[Character.MAX_VALUE + 1];

    static {
        ("0123456789,.好数" + NUMERALS + ABOUT).chars().forEach(c -> PART[c] = true);
    }

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {
    }

    /** Whether a character can belong to a number. */
    static boolean isPart(char c) {
        return PART[c];
    }

    /** Where the longest run that can belong to a number ends. */
    static int runEnd(String text, int start, int limit) {
        int end = start;
        while (end < limit && PART[text.charAt(end)]) {
            end++;
        }
        return end;
    }

    /** Whether exactly this stretch is one number: 1,200、1.5、12万、十二、几十、好几百, each with 多、来、余 or 几 behind it. */
    static boolean is(String text, int start, int end) {
        return start < end && (isExact(text, start, end)
                               || ABOUT.indexOf(text.charAt(end - 1)) >= 0 && isExact(text, start, end - 1));
    }

    private static boolean isExact(String text, int start, int end) {
        if (start >= end) {
            return false;
        }
        char first = text.charAt(start);
        if (isDigit(first)) {
            return isDigits(text, start, end);
        }
        int at = first == '好' ? start + 1 : start;
        if (at < end && (text.charAt(at) == '几' || text.charAt(at) == '数')) {
            return skip(text, at + 1, end, AFTER_VAGUE) == end;
        }
        return skip(text, start, end, NUMERALS) == end;
    }

    private static boolean isDigits(String text, int start, int end) {
        int at = skipDigits(text, start, end);
        int whole = at;
        while (at < end && text.charAt(at) == ',' && skipDigits(text, at + 1, Math.min(end, at + 4)) == at + 4) {
            at += 4;
        }
        boolean grouped = at > whole;
        if (at < end && text.charAt(at) == '.') {
            int after = skipDigits(text, at + 1, end);
            at = after > at + 1 ? after : at;
        }
        return (grouped ? at : skip(text, at, end, AFTER_DIGITS)) == end;
    }

    private static int skipDigits(String text, int start, int end) {
        int at = start;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skip(String text, int start, int end, String allowed) {
        int at = start;
        while (at < end && allowed.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a text that is a number; vague numbers count with their least value. */
    static double value(String text) {
        String s = text.indexOf(',') < 0 ? text : text.replace(",", "");
        if (s.length() > 1 && ABOUT.indexOf(s.charAt(s.length() - 1)) >= 0) {
            s = s.substring(0, s.length() - 1);
        }
        double total = 0;
        double section = 0;
        double digit = -1;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isDigit(c)) {
                int end = i;
                while (end < s.length() && (Character.isDigit(s.charAt(end)) || s.charAt(end) == '.')) {
                    end++;
                }
                digit = parse(s.substring(i, end));
                i = end - 1;
                continue;
            }
            int simple = digitOf(c);
            if (simple >= 0) {
                digit = simple;
                continue;
            }
            double unit = unitOf(c);
            if (unit == 0.5) {
                digit = digit < 0 ? 0.5 : digit + 0.5;
            } else if (unit >= 10_000) {
                section += Math.max(digit, 0);
                total += (section == 0 ? 1 : section) * unit;
                section = 0;
                digit = -1;
            } else if (unit > 0) {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
        }
        return total + section + Math.max(digit, 0) * trailing(s, total, section);
    }

    /** 三万五 means 35,000 and 两百三 means 230: a last bare digit counts one order below the unit before it. */
    private static double trailing(String s, double total, double section) {
        if (s.length() < 2 || digitOf(s.charAt(s.length() - 1)) < 0) {
            return 1;
        }
        double unit = unitOf(s.charAt(s.length() - 2));
        return unit >= 100 && (total > 0 || section > 0) ? unit / 10 : 1;
    }

    private static double parse(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static int digitOf(char c) {
        return switch (c) {
            case '〇' -> 0;
            case '两', '贰' -> 2;
            case '壹' -> 1;
            case '叁' -> 3;
            case '肆' -> 4;
            case '伍' -> 5;
            case '陆' -> 6;
            case '柒' -> 7;
            case '捌' -> 8;
            case '玖' -> 9;
            case '几', '数' -> 3;
            default -> DIGITS.indexOf(c);
        };
    }

    private static double unitOf(char c) {
        return switch (c) {
            case '半' -> 0.5;
            case '十', '拾' -> 10;
            case '廿' -> 20;
            case '卅' -> 30;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
