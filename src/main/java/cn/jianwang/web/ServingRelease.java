package cn.jianwang.web;

import cn.jianwang.decision.Decider;
import java.util.Optional;

/** Where the API finds the rules that decide at this moment. */
public interface ServingRelease {

    /** The last good release. A batch asks once and keeps it for the whole run. */
    Decider decider();

    /** Why the rules loaded last were refused, in Chinese; empty while everything is in order. */
    Optional<String> lastFailure();

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
