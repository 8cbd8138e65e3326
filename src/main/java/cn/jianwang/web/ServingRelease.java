package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import java.util.Optional;

/** Where the API finds the rules that decide at this moment. */
public interface ServingRelease {

    /** The last good release. It goes on to decide when another one has taken its place. */
    Decider decider();

    /** The last good release, kept whole until it is given back: for one event, or for a whole batch. */
    default Lease lease() {
        return new Lease(decider(), () -> { });
    }

    /** Why the rules loaded last were refused, in Chinese; empty while everything is in order. */
    Optional<String> lastFailure();

    /** @param giveBack called once, when the lease ends */
    record Lease(Decider decider, Runnable giveBack) implements AutoCloseable {

        @Override
        public void close() {
            giveBack.run();
        }
    }

    /** A release that never changes. */
    static ServingRelease fixed(Decider decider) {
        return new ServingRelease() {
            @Override
            public Decider decider() {
                return decider;
            }

            @Override
            public Optional<String> lastFailure() {
                return Optional.empty();
            }
        };
    }
}
