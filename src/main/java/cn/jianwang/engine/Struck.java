package cn.jianwang.engine;

import cn.jianwang.rulebook.Row;

/** An exclusion struck a fact in a situation. */
public record Struck(int situation, String fact, Row row) {
}
