package cn.jianwang.notification;

import cn.jianwang.event.Incident;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Empties the outbox, one notification at a time, no faster than configured. */
public final class Courier implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final NotificationSettings settings;
    private final Clock clock;
    private final RestClient client;
    private Thread thread;
    private boolean closed;

    /** Sends nothing yet. @param clock what the pace and the retries go by */
    public Courier(Outbox outbox, NotificationSettings settings, Clock clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.timeout()).build());
        factory.setReadTimeout(settings.timeout());
        this.client = RestClient.builder().requestFactory(factory).build();
    }

    /** Delivers from now on, unless there is no place to deliver to. */
    public synchronized void start() {
        if (outbox.obstacle().isEmpty()) {
            thread = new Thread(this::work, "notifications");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        while (!isClosed()) {
            Duration pause;
            try {
                pause = step();
            } catch (DataAccessException e) {
                Incident.log(e);
                pause = IDLE;
            }
            pause(pause);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pause(Duration pause) {
        long millis = Math.min(pause.plusNanos(999_999).toMillis(), IDLE.toMillis());
        try {
            if (!closed && millis > 0) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Sends one, where one is due and the pace allows it. Returns after how long there may be more to do. */
    Duration step() {
        Outbox.Waiting one = outbox.next(now()).orElse(null);
        if (one == null) {
            return IDLE;
        }
        Duration wait = outbox.pace(now());
        if (wait.isZero() && outbox.claim(one, now())) {
            send(one);
        }
        return wait;
    }

    private void send(Outbox.Waiting one) {
        byte[] body = one.body().getBytes(StandardCharsets.UTF_8);
        String error;
        try {
            HttpStatusCode status = client.post().uri(URI.create(settings.url())).contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", one.key()).header(Signature.HEADER, Signature.of(settings.secret(), body)).body(body)
                    .exchange((request, response) -> response.getStatusCode());
            error = status.is2xxSuccessful() ? null : "对方应答 " + status.value();
        } catch (RestClientException e) {
            error = e.getCause() instanceof IOException io ? "连不上或没有应答：" + io.getClass().getSimpleName() : "发送失败：" + e.getClass().getSimpleName();
        }
        if (error == null) {
            outbox.delivered(one);
        } else {
            outbox.failed(one, error, now());
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Ends behind the notification that is being sent. */
    @Override
    public void close() {
        Thread working;
        synchronized (this) {
            closed = true;
            notifyAll();
            working = thread;
        }
        try {
            if (working != null) {
                working.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
