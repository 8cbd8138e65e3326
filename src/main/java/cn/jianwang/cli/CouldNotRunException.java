package cn.jianwang.cli;

/** A command cannot do its work; the message says why, in Chinese. */
final class CouldNotRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CouldNotRunException(String message) {
        super(message);
    }
}
