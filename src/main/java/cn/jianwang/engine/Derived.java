package cn.jianwang.engine;

/** A fact that a derivation row added. */
public record Derived(int situation, boolean whole, String fact) implements Seen {

    @Override
    public int getSituation() {
        return situation;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    @Override
    public String getFact() {
        return fact;
    }
}
