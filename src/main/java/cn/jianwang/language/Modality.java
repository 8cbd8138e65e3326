package cn.jianwang.language;

/** In what way a thing is said (情态). Only 已然 and 传闻 are said to have happened. */
public enum Modality {
    已然(true), 传闻(true), 设想(false), 询问(false), 宣讲(false), 建议(false);

    private final boolean real;

    Modality(boolean real) {
        this.real = real;
    }

    public boolean isReal() {
        return real;
    }
}
