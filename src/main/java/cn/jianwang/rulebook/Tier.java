package cn.jianwang.rulebook;

/** 四档. The order of declaration is from weakest to strongest; the names are the JSON values. */
public enum Tier {
    D("不涉检"), C("汇聚观察"), B("待研判"), A("直推");

    private final String title;

    Tier(String title) {
        this.title = title;
    }

    /** The Chinese name. */
    public String title() {
        return title;
    }

    /** Whether an event of this tier goes to the procuratorate. */
    public boolean pushes() {
        return this == A || this == B;
    }

    public Tier atLeast(Tier other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Tier atMost(Tier other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
