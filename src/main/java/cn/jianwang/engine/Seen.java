package cn.jianwang.engine;

/** A fact that is seen in a situation: {@link Found} in the text and fields, or {@link Derived} by a row. */
public interface Seen {

    /** Seen in every situation; fills the empty places of a {@link Cube}. */
    String ALWAYS = "恒真";

    int getSituation();

    /** Whether the situation is the whole event rather than a segment. */
    boolean isWhole();

    String getFact();
}
