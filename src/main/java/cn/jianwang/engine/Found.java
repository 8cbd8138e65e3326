package cn.jianwang.engine;

/** A fact of a situation as the text or a field asserts it. */
public record Found(int situation, boolean whole, String fact) implements Seen {

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
