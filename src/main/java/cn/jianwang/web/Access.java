package cn.jianwang.web;

import cn.jianwang.decision.Decision;
import jakarta.servlet.http.HttpServletRequest;

/** What the sender of a request may see and do, from the least to the most. */
enum Access {
    /** A governance platform's account: the receipt, without reasons and names. */
    PLATFORM {
        @Override
        Object view(Decision decision) {
            return new PlatformView(decision.eventKey(), decision.decisionId(), decision.revision(), decision.receipt(),
                    decision.release());
        }
    },
    /** Whole decisions. */
    INTERNAL {
        @Override
        Object view(Decision decision) {
            return decision;
        }
    },
    /** Whole decisions, and the releases. */
    ADMIN {
        @Override
        Object view(Decision decision) {
            return decision;
        }
    };

    /** Names as in {@link Decision}. */
    record PlatformView(String eventKey, String decisionId, int revision, Decision.Receipt receipt, Decision.ReleaseId release) {
    }

    private static final String ATTRIBUTE = Access.class.getName();

    private static final String NAME = ATTRIBUTE + ".name";

    abstract Object view(Decision decision);

    boolean isAtLeast(Access other) {
        return compareTo(other) >= 0;
    }

    /** @param name of the key's holder */
    void grant(HttpServletRequest request, String name) {
        request.setAttribute(ATTRIBUTE, this);
        request.setAttribute(NAME, name);
    }

    static String nameOf(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String name ? name : "";
    }

    /** The least where nothing was granted. */
    static Access of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Access access ? access : PLATFORM;
    }
}
