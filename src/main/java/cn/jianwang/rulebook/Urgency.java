package cn.jianwang.rulebook;

/** 紧急程度; the names are the JSON values, from weakest to strongest. */
public enum Urgency {
    无, 观察, 一般, 紧急, 特急
}
