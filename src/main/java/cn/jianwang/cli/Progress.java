package cn.jianwang.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** The line on a terminal that shows how far a run has come. */
class Progress {

    private static final Progress NONE = new Progress();

    /** Shows nothing, where nobody looks on. */
    static Progress none() {
        return NONE;
    }

    /**
     * Shows a line and keeps rewriting it.
     *
     * @param bytes size of the input, or -1 where it is not known
     */
    static Progress on(PrintWriter terminal, long bytes) {
        return new OnTerminal(terminal, bytes);
    }

    void show(long done, long consumed) {
    }

    void end() {
    }

    private static final class OnTerminal extends Progress {

        private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
        private static final int WIDTH = 30;
        private static final String CLEAR = "\r\u001b[K";

        private final PrintWriter terminal;
        private final long bytes;
        private final long start = System.nanoTime();
        private long shown = start;

        private OnTerminal(PrintWriter terminal, long bytes) {
            this.terminal = terminal;
            this.bytes = bytes;
        }

        @Override
        void show(long done, long consumed) {
            long now = System.nanoTime();
            if (now - shown < PAUSE) {
                return;
            }
            shown = now;
            double seconds = (now - start) / 1e9;
            terminal.print(CLEAR + "已判定 %,d 条  %,.0f 条/秒".formatted(done, done / seconds));
            if (bytes > 0) {
                double share = Math.min(1.0, (double) consumed / bytes);
                int full = (int) (share * WIDTH);
                long left = Math.round(seconds * (1 - share) / share);
                terminal.print("  [%s%s] %.0f%%  剩余约 %d:%02d".formatted("#".repeat(full), "-".repeat(WIDTH - full),
                        share * 100, left / 60, left % 60));
            }
            terminal.flush();
        }

        @Override
        void end() {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
