package cn.jianwang.web;

import cn.jianwang.decision.Decision;
import jakarta.servlet.http.HttpServletRequest;

/** What the sender of a request may see. */
enum Access {
    /** Whole decisions. */
    INTERNAL {
        @Override
        Object view(Decision decision) {
            return decision;
        }
    },
    /** A governance platform's account: the receipt, without reasons and names. */
    PLATFORM {
        @Override
        Object view(Decision decision) {
            return new PlatformView(decision.eventKey(), decision.decisionId(), decision.revision(), decision.receipt(),
                    decision.release());
        }
    };

    /** Names as in {@link Decision}. */
    record PlatformView(String eventKey, String decisionId, int revision, Decision.Receipt receipt, Decision.ReleaseId release) {
    }

    private static final String ATTRIBUTE = Access.class.getName();

    abstract Object view(Decision decision);

    void grant(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The least where nothing was granted. */
    static Access of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Access access ? access : PLATFORM;
    }
}
