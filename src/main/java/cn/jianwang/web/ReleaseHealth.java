package cn.jianwang.web;

import cn.jianwang.decision.Decision;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows which rules serve; degraded while newer ones were refused and the last good ones go on serving. */
@Component("rules")
class ReleaseHealth implements HealthIndicator {

    static final String DEGRADED = "DEGRADED";

    private final ServingRelease serving;

    ReleaseHealth(ServingRelease serving) {
        this.serving = serving;
    }

    @Override
    public Health health() {
        Decision.ReleaseId release = serving.decider().release();
        Optional<String> failure = serving.lastFailure();
        Health.Builder health = failure.isEmpty() ? Health.up() : Health.status(DEGRADED);
        health.withDetail("version", release.version()).withDetail("sha256", release.sha256())
                .withDetail("state", failure.isEmpty() ? "正常" : "降级");
        failure.ifPresent(reason -> health.withDetail("lastFailure", reason));
        return health.build();
    }
}
