package cn.jianwang.cli;

/** What the process tells its caller; fixed by the contract. */
final class Exit {

    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int WRONG_USAGE = 2;
    static final int BAD_LINES = 3;
    static final int COULD_NOT_RUN = 4;

    private Exit() {
    }
}
