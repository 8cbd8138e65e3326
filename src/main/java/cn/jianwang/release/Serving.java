package cn.jianwang.release;

/**
 * The release that decides at this moment. Swapping is one step: whoever asks before it gets the old release and keeps
 * it to the end, whoever asks after it gets the new one. The old release gives up its engine when the last lease of it
 * ends.
 */
public final class Serving {

    private volatile Generation current;

    public Serving(Release first) {
        this.current = new Generation(first);
    }

    /** A release that stays whole until the lease is closed. */
    public final class Lease implements AutoCloseable {

        private final Generation generation;
        private boolean open = true;

        private Lease(Generation generation) {
            this.generation = generation;
        }

        public Release release() {
            return generation.release;
        }

        @Override
        public synchronized void close() {
            if (open) {
                open = false;
                generation.leave();
            }
        }
    }

    private static final class Generation {

        private final Release release;
        private int leases;
        private boolean retired;

        private Generation(Release release) {
            this.release = release;
        }

        private synchronized boolean enter() {
            if (retired) {
                return false;
            }
            leases++;
            return true;
        }

        private synchronized void leave() {
            leases--;
            closeIfIdle();
        }

        private synchronized void retire() {
            retired = true;
            closeIfIdle();
        }

        private void closeIfIdle() {
            if (retired && leases == 0) {
                release.close();
            }
        }
    }

    /** The release as of now; it goes on to decide after a swap, only slower. */
    public Release release() {
        return current.release;
    }

    public Lease lease() {
        while (true) {
            Generation generation = current;
            if (generation.enter()) {
                return new Lease(generation);
            }
        }
    }

    /** From now on the next release decides. */
    public synchronized void swap(Release next) {
        Generation old = current;
        current = new Generation(next);
        old.retire();
    }
}
