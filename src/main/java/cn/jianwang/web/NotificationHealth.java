package cn.jianwang.web;

import cn.jianwang.notification.Outbox;
import cn.jianwang.notification.Standing;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows how notifications get on; degraded while some were given up or wait though nothing can be delivered. */
@Component("notifications")
class NotificationHealth extends AbstractHealthIndicator {

    private final Outbox outbox;

    NotificationHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Standing all = outbox.all();
        Optional<String> obstacle = outbox.obstacle();
        boolean stuck = all.givenUp() > 0 || all.waiting() > 0 && obstacle.isPresent();
        health.status(stuck ? ReleaseHealth.DEGRADED : Status.UP.getCode()).withDetail("waiting", all.waiting()).withDetail("delivered", all.delivered()).withDetail("givenUp", all.givenUp());
        obstacle.ifPresent(problem -> health.withDetail("state", problem));
    }
}
