package cn.jianwang.rulebook;

/** The life of a row. The names are the words of the rule files. */
public enum Status {
    /** Read and checked only. */
    草稿,
    /** Evaluated and recorded, never decides. */
    试行,
    /** Decides. */
    正式,
    /** Kept for the record. */
    停用
}
