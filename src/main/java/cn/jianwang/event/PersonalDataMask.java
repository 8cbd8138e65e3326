package cn.jianwang.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of texts on arrival: telephone numbers, identity and bank card numbers, e-mail addresses, and
 * the reporter wherever he is named. Every masked character becomes one {@code *}, so that the length of the text, and
 * with it every offset of a decision, stays true.
 *
 * <p>Order and case numbers look like card numbers but link one report to the next; they stay where the words before
 * them say what they are. A number without such words is masked.
 */
public final class PersonalDataMask {

    private static final String GAP = "[ \\-—]?";
    private static final String BIRTH_MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    private static final Pattern MAIL = Pattern.compile("(?<![A-Za-z0-9._%+\\-])[A-Za-z0-9._%+\\-]{1,64}+@[A-Za-z0-9\\-]{1,63}+"
            + "(?:\\.[A-Za-z0-9\\-]{1,63}+){1,8}");

    /** Numbers that are masked whatever stands before them. */
    private static final List<Pattern> ALWAYS = List.of(mobile(), landline(),
            Pattern.compile("(?<=(?:电话|座机|致电|联系方式)(?:号码)?[为是: ]{0,2})[2-8]\\d{6,7}(?!\\d)"),
            Pattern.compile("(?<=(?:账号|帐号|卡号)[为是: ]{0,2})\\d{10,19}(?!\\d)"));

    /** Long numbers that may as well be an order number. Chinese bank cards begin with 3, 4, 5, 6 or 9. */
    private static final List<Pattern> UNLESS_NAMED = List.of(
            Pattern.compile("(?<!\\d)[1-9]\\d{5}" + GAP + "(?:19|20)\\d{2}" + BIRTH_MONTH_DAY + GAP + "\\d{3}[\\dXx](?!\\d)"),
            Pattern.compile("(?<!\\d)[1-9]\\d{7}" + BIRTH_MONTH_DAY + "\\d{3}(?!\\d)"),
            Pattern.compile("(?<!\\d)[3-69]\\d{3}(?:" + GAP + "\\d{4}){3}(?:" + GAP + "\\d{1,3})?(?!\\d)"));

    private static final Pattern NAMED = Pattern.compile("(?<!身份证|证件|银行卡|储蓄卡)"
            + "(?:工单|编号|单号|案号|文号|信用代码|执照|许可证|流水号|[Ii]d|ID|N[oO]|[Cc]ode)[^\\d,，。;；卡账身]{0,6}$");
    private static final int NAME_REACH = 24;

    /** What platforms write in place of a name; masking these words would destroy meaning and protect nobody. */
    private static final Set<String> NOBODY = Set.of("匿名", "市民", "群众", "网友", "村民", "居民", "业主", "网格员", "巡查员",
            "来电人", "举报人", "信访人", "热心市民", "热心群众", "不愿透露", "无名氏", "未知", "先生", "女士", "保密");

    /** Shorter numbers are hotlines such as 12345, not persons. */
    private static final int SHORTEST_PHONE = 6;

    private static final int SHORTEST_NUMBER = 7;
    private static final String JOINTS = " -—()+";

    private static final PersonalDataMask PATTERNS_ONLY = new PersonalDataMask(null, null);

    /** Null where there is nothing to look for. */
    private final String name;
    private final String phone;

    private PersonalDataMask(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }

    /** Masks what can be told by its form alone. */
    public static PersonalDataMask ofPatterns() {
        return PATTERNS_ONLY;
    }

    /** Masks also this reporter's name and telephone number. */
    public static PersonalDataMask of(GridEvent.Reporter reporter) {
        if (reporter == null) {
            return PATTERNS_ONLY;
        }
        String name = reporter.name() == null ? "" : reporter.name().strip();
        String phone = reporter.phone() == null ? "" : halfWidth(reporter.phone().strip());
        boolean named = name.length() >= 2 && !NOBODY.contains(name) && name.indexOf('*') < 0;
        boolean reachable = phone.chars().filter(c -> c >= '0' && c <= '9').count() >= SHORTEST_PHONE;
        return new PersonalDataMask(named ? name : null, reachable ? phone : null);
    }

    /** The text with every personal datum starred out, of the same length; null for null. */
    public String text(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        String plain = halfWidth(text);
        if (plain.indexOf('@') >= 0) {
            starAll(masked, plain, MAIL);
        }
        if (hasLongNumber(plain)) {
            ALWAYS.forEach(pattern -> starAll(masked, plain, pattern));
            for (Pattern pattern : UNLESS_NAMED) {
                for (Matcher found = pattern.matcher(plain); found.find(); ) {
                    if (!named(plain, found.start())) {
                        star(masked, found.start(), found.end());
                    }
                }
            }
        }
        if (phone != null) {
            starAll(masked, plain, phone, 0);
        }
        if (name != null) {
            starAll(masked, text, name, Character.charCount(name.codePointAt(0)));
        }
        return masked.toString();
    }

    /** The reporter as kept: first character of the name, nothing of the number. */
    GridEvent.Reporter reporter(GridEvent.Reporter given) {
        if (given == null) {
            return null;
        }
        StringBuilder kept = given.name() == null ? null : new StringBuilder(given.name());
        if (kept != null && !kept.isEmpty() && !NOBODY.contains(given.name().strip())) {
            star(kept, Character.charCount(kept.codePointAt(0)), kept.length());
        }
        StringBuilder number = given.phone() == null ? null : new StringBuilder(given.phone());
        if (number != null) {
            star(number, 0, number.length());
        }
        return new GridEvent.Reporter(kept == null ? null : kept.toString(), number == null ? null : number.toString());
    }

    /** Masks the texts and numbers inside unknown properties; a property's name counts as the words before its value. */
    Map<String, Object> extras(Map<String, Object> extras) {
        Map<String, Object> masked = new LinkedHashMap<>();
        extras.forEach((key, value) -> masked.put(key, extra(key, value)));
        return masked;
    }

    private Object extra(String key, Object value) {
        if (value instanceof String || value instanceof Number) {
            String lead = key + ":";
            String plain = value.toString();
            String masked = text(lead + plain).substring(lead.length());
            return masked.equals(plain) ? value : masked;
        }
        if (value instanceof List<?> items) {
            List<Object> masked = new ArrayList<>();
            items.forEach(item -> masked.add(extra(key, item)));
            return masked;
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> masked = new LinkedHashMap<>();
            object.forEach((inner, item) -> masked.put(inner.toString(), extra(inner.toString(), item)));
            return masked;
        }
        return value;
    }

    private static Pattern mobile() {
        return Pattern.compile("(?<!\\d)(?:\\+?86" + GAP + ")?1[3-9]\\d" + GAP + "\\d{4}" + GAP + "\\d{4}(?!\\d)");
    }

    private static Pattern landline() {
        return Pattern.compile("(?<!\\d)\\(?0[1-9]\\d{1,2}\\)?" + GAP + "[2-8]\\d{6,7}(?!\\d)(?:[\\-转]\\d{1,6})?");
    }

    /** Whether seven digits follow each other with only blanks, dashes and brackets between: no number pattern is shorter. */
    private static boolean hasLongNumber(String plain) {
        int digits = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits == SHORTEST_NUMBER) {
                    return true;
                }
            } else if (JOINTS.indexOf(c) < 0) {
                digits = 0;
            }
        }
        return false;
    }

    private static void starAll(StringBuilder masked, String plain, Pattern pattern) {
        for (Matcher found = pattern.matcher(plain); found.find(); ) {
            star(masked, found.start(), found.end());
        }
    }

    private static boolean named(String plain, int start) {
        return NAMED.matcher(plain).region(Math.max(0, start - NAME_REACH), start).useTransparentBounds(true).find();
    }

    private static void starAll(StringBuilder masked, String text, String wanted, int kept) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            star(masked, at + kept, at + wanted.length());
        }
    }

    /** Stars for letters and digits; separators stay, so that one sees what was there. */
    private static void star(StringBuilder masked, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = masked.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                masked.setCharAt(i, '*');
            }
        }
    }

    /** Full-width digits and signs as their ASCII twins, one for one, so that positions stay. */
    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= '！' && c <= '～') {
                plain.setCharAt(i, (char) (c - '！' + '!'));
            }
        }
        return plain.toString();
    }
}
