package cn.jianwang.difference;

import java.util.List;

/** A part of an explanation for people. {@code lines} is never empty. */
public record Section(String title, List<String> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
