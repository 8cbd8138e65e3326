package cn.jianwang.notification;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How the notifications of a run, or of all, stand.
 *
 * @param waiting   not delivered yet
 * @param delivered taken by the platform
 * @param givenUp   refused too often
 * @param failures  some of those that were refused at least once and are not delivered, oldest first
 */
public record Standing(long waiting, long delivered, long givenUp, List<Failure> failures) {

    /**
     * A notification that is not delivered yet or never was.
     *
     * @param status      {@code WAITING} or {@code GIVEN_UP}
     * @param lastError   what the last try came to, in Chinese
     * @param nextAttempt when it is tried again, where it waits
     */
    public record Failure(String eventKey, int revision, String status, int attempts, String lastError, OffsetDateTime nextAttempt) {
    }
}
