package cn.jianwang.workbook;

/** A workbook cannot be made; the message says why and what to do, in Chinese. */
public final class WorkbookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkbookException(String message) {
        super(message);
    }
}
