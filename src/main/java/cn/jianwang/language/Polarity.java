package cn.jianwang.language;

/** Whether a thing is said to be so. */
public enum Polarity {
    肯定, 否定
}
