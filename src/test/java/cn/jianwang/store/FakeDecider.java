package cn.jianwang.store;

import cn.jianwang.decision.Decider;
import cn.jianwang.decision.Decision;
import cn.jianwang.event.GridEvent;
import cn.jianwang.rulebook.Tier;
import cn.jianwang.rulebook.Urgency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides without rules: 偷排 is pushed, 炸 breaks the engine, the rest is nothing. */
public final class FakeDecider implements Decider {

    private static final Decision.ReleaseId RELEASE = new Decision.ReleaseId("test-1", "0".repeat(64));

    private final AtomicInteger decided = new AtomicInteger();

    @Override
    public Decision decide(GridEvent event) {
        decided.incrementAndGet();
        String text = event.text();
        if (text.contains("炸")) {
            throw new IllegalStateException("engine broke on " + text);
        }
        boolean pushed = text.contains("偷排");
        return new Decision(event.key(), "d" + Sha256.hex(event.key()).substring(0, 16), 1,
                pushed ? Tier.A : Tier.D, pushed, pushed ? List.of("GY01") : List.of(), List.of(), null, null,
                pushed ? Urgency.紧急 : Urgency.无, event.reportTime(), List.of(), List.of(), List.of(),
                List.of("共" + text.length() + "字"), new Decision.Receipt(pushed ? "已移送" : "已办结", "感谢反映"), List.of(), RELEASE);
    }

    @Override
    public Decision.ReleaseId release() {
        return RELEASE;
    }

    public int decided() {
        return decided.get();
    }
}
