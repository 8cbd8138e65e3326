package cn.jianwang.language;

/**
 * An amount with its unit, normalised: persons, households, times, days, 亩, 吨, 立方米, 车, 元 …
 *
 * @param kind  what is counted
 * @param value in the kind's base unit; vague numbers (几, 数十) with their least value
 * @param start first unit in the normal text
 * @param end   end (exclusive) in the normal text
 */
public record Quantity(Kind kind, double value, int start, int end) {

    /** What is counted, with its base unit. */
    public enum Kind {
        人数("人"), 户数("户"), 次数("次"), 时长("天"), 面积("亩"), 重量("吨"), 体积("立方米"), 车数("车"), 金额("元"),
        件数("件"), 头数("头"), 长度("米"), 年龄("岁"), 楼栋("栋");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }
}
