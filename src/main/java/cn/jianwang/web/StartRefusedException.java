package cn.jianwang.web;

/** The service cannot be started like this; the message tells the administrator, in Chinese, what to do. */
final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }
}
