package cn.jianwang.cli;

import cn.jianwang.retriage.ProgressLine;
import cn.jianwang.retriage.Retriage;
import cn.jianwang.retriage.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Works on a run in this process while a person looks on, and pauses it where the process is told to end. */
final class RetriageWatch {

    private static final long LINE = TimeUnit.SECONDS.toNanos(5);
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final Retriage retriage;
    private final Surroundings surroundings;
    private long shown = System.nanoTime() - LINE;

    /** @param retriage null where there is no store */
    RetriageWatch(Retriage retriage, Surroundings surroundings) {
        this.retriage = retriage;
        this.surroundings = surroundings;
    }

    /** Returns the exit code. */
    int work(Run run, int threads, String by) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> pause(run.id(), by, over), "retriage-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        Run ended;
        try {
            ended = retriage.work(run.id(), threads, this::show);
        } finally {
            over.countDown();
            removeHook(interrupted);
        }
        return report(ended);
    }

    private void pause(String id, String by, CountDownLatch over) {
        if (retriage.find(id).status().active()) {
            retriage.pause(id, by);
            surroundings.err().printf("%n已暂停，接着判：retriage resume %s%n", id);
        }
        try {
            over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // then the hook is what ended the work
        }
    }

    void show(Run run) {
        if (surroundings.terminal()) {
            surroundings.err().print(CLEAR + bar(run));
            surroundings.err().flush();
        } else if (System.nanoTime() - shown >= LINE) {
            shown = System.nanoTime();
            surroundings.err().println(ProgressLine.of(run));
        }
    }

    static String bar(Run run) {
        if (run.status() == Run.Status.PREPARING) {
            return "正在挑选事件……";
        }
        double share = run.total() == 0 ? 1 : (double) run.done() / run.total();
        int full = (int) (share * WIDTH);
        String left = run.secondsLeft() == null ? ""
                : "  剩余约 %d:%02d".formatted(run.secondsLeft() / 60, run.secondsLeft() % 60);
        return "[%s%s] %.0f%%  %,d/%,d 件  变化 %,d  失败 %,d  %,.0f 件/秒%s".formatted("#".repeat(full), "-".repeat(WIDTH - full),
                share * 100, run.done(), run.total(), run.changed(), run.failed(), run.perSecond(), left);
    }

    private int report(Run run) {
        if (surroundings.terminal()) {
            surroundings.err().print(CLEAR);
        }
        surroundings.err().println(ProgressLine.of(run));
        surroundings.err().printf("重判 %s %s：共 %,d 件，已判 %,d 件，变化 %,d 件，失败 %,d 件（规则版本 %s，%s）%n", run.id(), run.status().title(),
                run.total(), run.done(), run.changed(), run.failed(), run.release().version(),
                run.apply() ? "变化的已写成新修订" + (run.notifyPlatform() ? "，通知已排队，由运行中的服务发送" : "") : "只报告，未写入");
        if (run.problem() != null) {
            surroundings.err().println(run.problem());
            return Exit.COULD_NOT_RUN;
        }
        if (run.total() == 0 && run.status() == Run.Status.DONE) {
            surroundings.err().println("没有符合条件的事件，请检查挑选条件。");
        }
        return run.failed() > 0 ? Exit.BAD_LINES : Exit.FINE;
    }
}
