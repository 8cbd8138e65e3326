package cn.jianwang.retriage;

/** How a run stands, in one line for machines: no personal data, nothing but names and numbers. */
public final class ProgressLine {

    private ProgressLine() {
    }

    /** {@code retriage run=… status=… total=… done=… changed=… failed=… per_second=… seconds_left=… release=…}. */
    public static String of(Run run) {
        return "retriage run=%s status=%s total=%d done=%d changed=%d failed=%d per_second=%.1f seconds_left=%s release=%s"
                .formatted(run.id(), run.status(), run.total(), run.done(), run.changed(), run.failed(), run.perSecond(),
                        run.secondsLeft() == null ? "-" : run.secondsLeft(), run.release().sha256().substring(0, 12));
    }
}
