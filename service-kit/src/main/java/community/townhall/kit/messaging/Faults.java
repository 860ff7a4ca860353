/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** What to do when an event's handling fails. */
enum Faults {
    /** The event itself is at fault, or the code that handles it: no attempt can help. */
    PERMANENT,
    /** Something the service needs is away: tried until it is back, however long that takes. */
    TRANSIENT,
    /** Nobody knows: tried for a while, so that a lost race or a restart passes, then laid aside. */
    UNEXPECTED;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int UNEXPECTED_RETRIES = 6;
    private static final int MOST_DOUBLINGS = 20;

    static Faults of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Memory may be there again; a process that is really out of it ends (-XX:+ExitOnOutOfMemoryError).
            if (cause instanceof InvalidEventException
                    || (cause instanceof Error && !(cause instanceof OutOfMemoryError))) {
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

    /**
     * How long to wait before the next attempt.
     *
     * @param failures so far, at least 1
     * @return empty when there shall be none
     */
    Optional<Duration> pauseAfter(int failures, Duration longest) {
        if (this == PERMANENT || (this == UNEXPECTED && failures > UNEXPECTED_RETRIES)) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return Optional.of(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
