package cn.jianwang.retriage;

/** A run cannot be started, found or steered like this; the message says why and what to do, in Chinese. */
public final class RetriageException extends RuntimeException {

    /** What kind of refusal it is. */
    public enum Kind { UNKNOWN, REFUSED, INVALID }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    RetriageException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
