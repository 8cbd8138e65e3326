package cn.jianwang.release;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.SmallRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases change while four threads decide. {@code -Djianwang.swaps=50 -Djianwang.swap-rules=rules} measures the full
 * number on the shipped rules.
 */
class SwapUnderLoadTest {

    private static final int SWAPS = Integer.getInteger("jianwang.swaps", 12);
    private static final String RULES = System.getProperty("jianwang.swap-rules", "");
    private static final int THREADS = 4;
    private static final int WARM = 5;
    private static final double MOST_GROWTH = 1.10;

    @TempDir
    private Path folder;

    /** Held by whoever decides, so that memory can be looked at in a pause. */
    private final ReadWriteLock deciding = new ReentrantReadWriteLock(true);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong decided = new AtomicLong();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Set<Decision.ReleaseId> seen = ConcurrentHashMap.newKeySet();

    private static GridEvent event(long number) {
        String[] texts = {"黑水流进河里，鱼死了一片，打了三次电话没人管。", "夜里有人往河里倒渣土，味道很臭。", "路灯不亮，请报修。", "消防通道被车占了，多次反映无人处理。"};
        return new GridEvent("YS", String.valueOf(number), null, texts[(int) (number % texts.length)], null, null, null, null, null, null, null,
                List.of(), null, null, null, null, List.of(), 0, null, List.of(), null, Map.of());
    }

    /** Two rule sets that differ in one word of a note, so that no two swaps serve the same hash. */
    private List<Path> twoFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Path root = folder.resolve(name);
            if (RULES.isEmpty()) {
                SmallRules.copyTo(root);
            } else {
                ReleaseShelf.copy(Path.of(RULES), root);
            }
            Path receipts = root.resolve("receipts.csv");
            Files.writeString(receipts, Files.readString(receipts) + "HZ-ZZ-" + name + ",草稿,A,*,样例,样例," + name + "\n");
            folders.add(root);
        }
        return folders;
    }

    private void decide(Serving serving, int thread) {
        for (long number = thread; !over.get(); number += THREADS) {
            deciding.readLock().lock();
            try (Serving.Lease lease = serving.lease()) {
                Decision decision = lease.release().decide(event(number));
                assertThat(decision.release()).isEqualTo(lease.release().release());
                seen.add(decision.release());
                decided.incrementAndGet();
            } catch (Throwable failed) {
                failures.add(failed);
            } finally {
                deciding.readLock().unlock();
            }
        }
    }

    /** Bytes in use, on the heap and off it, after a thorough collection; nobody decides meanwhile. */
    private long memory() throws InterruptedException {
        deciding.writeLock().lock();
        try {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                System.gc();
                Thread.sleep(100);
                least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
            return least + ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed();
        } finally {
            deciding.writeLock().unlock();
        }
    }

    @Test
    void noRequestFailsEveryDecisionHasOneReleaseAndMemoryStays() throws Exception {
        List<Path> folders = twoFolders();
        Serving serving = new Serving(Release.load(folders.get(0)));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> decide(serving, number));
            threads.add(thread);
            thread.start();
        }
        long warm = 0;
        long atEnd = 0;
        long start = System.nanoTime();
        try {
            for (int swap = 1; swap <= SWAPS; swap++) {
                long before = decided.get();
                serving.swap(serving.release().loadNext(folders.get(swap % 2)));
                while (decided.get() < before + 20 && failures.isEmpty()) {
                    Thread.sleep(5);
                }
                warm = swap == WARM ? memory() : warm;
                atEnd = swap == SWAPS ? memory() : atEnd;
            }
        } finally {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.printf("%d swaps in %.1f s, %,d decisions, memory after swap %d: %,d bytes, after the last: %,d bytes (%.3f)%n", SWAPS,
                (System.nanoTime() - start) / 1e9, decided.get(), WARM, warm, atEnd, (double) atEnd / warm);
        assertThat(failures).isEmpty();
        assertThat(seen).hasSize(2);
        assertThat((double) atEnd / warm).as("growth").isLessThanOrEqualTo(MOST_GROWTH);
    }

    @Test
    void aLeaseKeepsItsReleaseThroughASwap() throws Exception {
        List<Path> folders = twoFolders();
        Serving serving = new Serving(Release.load(folders.get(0)));
        try (Serving.Lease batch = serving.lease()) {
            Decision before = batch.release().decide(event(0));
            serving.swap(serving.release().loadNext(folders.get(1)));
            assertThat(batch.release().decide(event(0))).isEqualTo(before);
            try (Serving.Lease next = serving.lease()) {
                assertThat(next.release().release()).isNotEqualTo(batch.release().release());
            }
            batch.close();
            assertThat(batch.release().decide(event(0))).as("goes on, only slower").isEqualTo(before);
        }
    }
}
