package cn.jianwang.engine;

/** How far the judging of an event has come. */
public record Stage(Gate gate) {

    /** The names are the words of the mechanics. */
    public enum Gate {
        排除, 判断
    }
}
