package cn.jianwang.release;

/** A published release that is not there, or not as it was published; the message says what is wrong, in Chinese. */
public final class DamagedReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedReleaseException(String message) {
        super(message);
    }
}
