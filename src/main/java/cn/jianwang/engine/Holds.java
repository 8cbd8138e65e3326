package cn.jianwang.engine;

import cn.jianwang.rulebook.Row;

/** A row holds in a situation. */
public record Holds(Row row, int situation) {
}
