package cn.jianwang.retriage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that works on a run, so that a test can kill it as a power cut would. */
final class KilledProcess {

    static final Duration LEASE = Duration.ofMillis(1_500);

    /** Slow enough that a kill finds it at work. */
    private static final long NANOS_PER_EVENT = 300_000;

    private KilledProcess() {
    }

    /** Database, folder of the rules in force, run. Tells how far it is, without pause. */
    public static void main(String[] args) throws InterruptedException {
        try (StoreUnderTest db = new StoreUnderTest(args[0]);
                Retriage retriage = db.retriage(Path.of(args[1]), LEASE, event -> LockSupport.parkNanos(NANOS_PER_EVENT))) {
            retriage.work(args[2], 2, run -> System.out.println(run.done()));
            System.out.println("end");
        }
    }

    /** Starts the process and kills it, without warning, soon after it has judged so many events. False where it ended before. */
    static boolean workAndDie(String url, Path rules, String run, long after, long millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), KilledProcess.class.getName(), url, rules.toString(), run)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = words.readLine(); line != null && !line.equals("end"); line = words.readLine()) {
                if (line.matches("\\d+") && Long.parseLong(line) >= after) {
                    Thread.sleep(millis);
                    return process.isAlive();
                }
            }
            return false;
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
