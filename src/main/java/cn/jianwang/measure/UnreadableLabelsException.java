package cn.jianwang.measure;

import java.util.List;

/** A file that people filled in cannot be used; the message lists every problem, in Chinese. */
public final class UnreadableLabelsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableLabelsException(String file, List<String> problems) {
        super(file + " 有 " + problems.size() + " 处错误，未计算：\n" + String.join("\n", problems));
    }
}
