/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What to do when an event's handling fails. Pauses are far below {@code max.poll.interval.ms}, so that a consumer that
 * waits is not taken for dead.
 */
enum Faults {
    /** The event itself is at fault: no attempt can help. */
    PERMANENT,
    /** Something the service needs is away: tried until it is back, however long that takes. */
    TRANSIENT,
    /** Nobody knows: tried for a while, so that a lost race or a restart passes, then laid aside. */
    UNEXPECTED;

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int UNEXPECTED_RETRIES = 6;

    static Faults of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidEventException) {
                return PERMANENT;
            }
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof RetriableException
                    || (cause instanceof MongoException mongo && mongo.hasErrorLabel("RetryableWriteError"))) {
                return TRANSIENT;
            }
        }
        return UNEXPECTED;
    }

    BackOff backOff(Duration longestPause) {
        if (this == PERMANENT) {
            return new FixedBackOff(0, 0);
        }
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        backOff.setMaxInterval(longestPause.toMillis());
        if (this == UNEXPECTED) {
            backOff.setMaxAttempts(UNEXPECTED_RETRIES);
        }
        return backOff;
    }
}
