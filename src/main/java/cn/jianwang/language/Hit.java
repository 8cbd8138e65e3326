package cn.jianwang.language;

/**
 * A concept found in the text, with its assertion. Positions are units of the normal text, end exclusive.
 *
 * @param concept the concept's number in the dictionary
 */
public record Hit(int concept, int start, int end, int clause, int sentence, int segment, Polarity polarity,
                  Modality modality) {

    /** Affirmed and said to have happened or to go on. */
    public boolean isAsserted() {
        return polarity == Polarity.肯定 && modality.isReal();
    }
}
