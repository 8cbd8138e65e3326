package cn.jianwang.opinion;

/** A model cannot be used; the message says why and what to do, in Chinese. */
public final class UnusableModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableModelException(String message) {
        super(message);
    }
}
