package cn.jianwang.language;

import cn.jianwang.language.Quantity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds amounts with units in a normal text. */
final class QuantityReader {

    private static final double MU_PER_SQUARE_METRE = 1 / 666.67;

    private record Unit(String name, Kind kind, double factor) {
    }

    private static final List<Unit> UNITS = List.of(
            unit("人", Kind.人数, 1), unit("名", Kind.人数, 1), unit("位", Kind.人数, 1), unit("口人", Kind.人数, 1),
            unit("户", Kind.户数, 1), unit("家人", Kind.户数, 1), unit("户人家", Kind.户数, 1), unit("家住户", Kind.户数, 1),
            unit("家农户", Kind.户数, 1),
            unit("次", Kind.次数, 1), unit("回", Kind.次数, 1), unit("趟", Kind.次数, 1), unit("遍", Kind.次数, 1),
            unit("天", Kind.时长, 1), unit("日", Kind.时长, 1), unit("个星期", Kind.时长, 7), unit("星期", Kind.时长, 7),
            unit("周", Kind.时长, 7), unit("个礼拜", Kind.时长, 7), unit("个月", Kind.时长, 30), unit("个多月", Kind.时长, 30),
            unit("年", Kind.时长, 365), unit("个年头", Kind.时长, 365), unit("年多", Kind.时长, 365),
            unit("亩", Kind.面积, 1), unit("平方米", Kind.面积, MU_PER_SQUARE_METRE), unit("平米", Kind.面积, MU_PER_SQUARE_METRE),
            unit("平方公里", Kind.面积, 1500), unit("平方", Kind.面积, MU_PER_SQUARE_METRE), unit("㎡", Kind.面积, MU_PER_SQUARE_METRE),
            unit("m2", Kind.面积, MU_PER_SQUARE_METRE), unit("公顷", Kind.面积, 15),
            unit("吨", Kind.重量, 1), unit("公斤", Kind.重量, 0.001), unit("千克", Kind.重量, 0.001), unit("斤", Kind.重量, 0.0005),
            unit("立方米", Kind.体积, 1), unit("立方", Kind.体积, 1), unit("方", Kind.体积, 1),
            unit("车", Kind.车数, 1), unit("卡车", Kind.车数, 1), unit("大车", Kind.车数, 1),
            unit("元", Kind.金额, 1), unit("块", Kind.金额, 1), unit("块钱", Kind.金额, 1), unit("元钱", Kind.金额, 1),
            unit("万元", Kind.金额, 10_000), unit("万块", Kind.金额, 10_000), unit("亿元", Kind.金额, 100_000_000),
            unit("件", Kind.件数, 1), unit("箱", Kind.件数, 1), unit("桶", Kind.件数, 1), unit("袋", Kind.件数, 1),
            unit("瓶", Kind.件数, 1), unit("罐", Kind.件数, 1), unit("盒", Kind.件数, 1), unit("台", Kind.件数, 1),
            unit("张", Kind.件数, 1), unit("棵", Kind.件数, 1), unit("株", Kind.件数, 1), unit("辆", Kind.件数, 1),
            unit("头", Kind.头数, 1), unit("只", Kind.头数, 1), unit("条", Kind.头数, 1), unit("羽", Kind.头数, 1),
            unit("米", Kind.长度, 1), unit("公里", Kind.长度, 1000), unit("里路", Kind.长度, 500), unit("岁", Kind.年龄, 1),
            unit("栋", Kind.楼栋, 1), unit("幢", Kind.楼栋, 1));

    /** Units by their first character, longer ones first. */
    private static final Map<Character, List<Unit>> UNITS_BY_HEAD = UNITS.stream()
            .sorted(Comparator.<Unit>comparingInt(u -> u.name.length()).reversed())
            .collect(Collectors.groupingBy(u -> u.name.charAt(0)));

    private static final String ABOUT = "多余来半";

    /** A day or year after these is one of the calendar. */
    private static final String CALENDAR_BEFORE = "每第于从自到至月";

    /** 一八年、二一年 are years as spoken; 二三年、三四年 mean two or three, three or four of them. */
    private static final Set<String> SPOKEN_CENTURIES = Set.of("一九", "二零", "二〇", "二0");
    private static final Set<String> SPOKEN_YEARS = Set.of("一零", "一〇", "一一", "一三", "一四", "一五", "一六", "一七", "一八",
            "一九", "二零", "二〇", "二一", "二二", "二四", "二五", "二六", "二七", "二八", "二九", "九八", "九九");

    private QuantityReader() {
    }

    static List<Quantity> read(String text) {
        List<Quantity> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!ChineseNumber.isPart(text.charAt(at))) {
                at++;
                continue;
            }
            Amount amount = amount(text, at, ChineseNumber.runEnd(text, at, text.length()));
            if (amount == null) {
                at++;
                continue;
            }
            Quantity quantity = quantity(text, amount);
            if (quantity != null) {
                found.add(quantity);
            }
            at = amount.end;
        }
        return found;
    }

    /** A number, the longest that a unit follows, with the longest such unit. */
    private record Amount(int start, int numberEnd, Unit unit, int end) {
    }

    private static Amount amount(String text, int start, int run) {
        for (int numberEnd = run; numberEnd > start; numberEnd--) {
            Unit unit = unitAt(text, numberEnd);
            if (unit != null && ChineseNumber.is(text, start, numberEnd)) {
                int end = numberEnd + unit.name.length();
                boolean about = end < text.length() && ABOUT.indexOf(text.charAt(end)) >= 0;
                return new Amount(start, numberEnd, unit, about ? end + 1 : end);
            }
        }
        return null;
    }

    private static Unit unitAt(String text, int at) {
        if (at < text.length()) {
            for (Unit unit : UNITS_BY_HEAD.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(unit.name, at)) {
                    return unit;
                }
            }
        }
        return null;
    }

    /** The quantity, or null where the amount is a date or rank. */
    private static Quantity quantity(String text, Amount amount) {
        Unit unit = amount.unit;
        String number = text.substring(amount.start, amount.numberEnd);
        double value = ChineseNumber.value(number);
        if (unit.kind == Kind.时长 && isCalendar(text, amount, number, value)) {
            return null;
        }
        boolean counted = unit.kind == Kind.金额 && (unit.name.startsWith("万") || unit.name.startsWith("亿"))
                          && (number.endsWith("万") || number.endsWith("亿"));
        return new Quantity(unit.kind, value * (counted ? 1 : unit.factor), amount.start, amount.end);
    }

    /** 2018年, 一八年, 3月5日, 每年, 第三年, 一年级 are dates or ranks, not lasting times. */
    private static boolean isCalendar(String text, Amount amount, String number, double value) {
        String unit = amount.unit.name;
        if (unit.equals("年") && (value > 100 || isYear(number))) {
            return true;
        }
        char next = amount.end < text.length() ? text.charAt(amount.end) : ' ';
        if (unit.startsWith("年") && (next == '级' || next == '度' || next == '初' || next == '底' || next == '代')) {
            return true;
        }
        char before = amount.start > 0 ? text.charAt(amount.start - 1) : ' ';
        if (before == '第' || before == '每') {
            return true;
        }
        return (unit.equals("日") || unit.equals("年")) && isDated(text, amount.start, before);
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (Character.isDigit(number.charAt(0)) || SPOKEN_CENTURIES.contains(number.substring(0, 2)))
               || number.length() == 2 && "零〇".indexOf(number.charAt(0)) >= 0 || SPOKEN_YEARS.contains(number);
    }

    private static boolean isDated(String text, int start, char before) {
        return CALENDAR_BEFORE.indexOf(before) >= 0
               || before == '年' && start > 1 && Character.isDigit(text.charAt(start - 2));
    }

    private static Unit unit(String name, Kind kind, double factor) {
        return new Unit(name, kind, factor);
    }
}
