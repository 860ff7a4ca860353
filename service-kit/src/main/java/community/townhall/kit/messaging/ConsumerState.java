/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer of this instance stands.
 *
 * @param inHand events it has read and not handled
 * @param oldest when the oldest of them was sent
 * @param reason why it is retrying, stuck or stopped: the event and what it failed with
 */
public record ConsumerState(
        String name,
        Status status,
        int inHand,
        @Nullable Instant oldest,
        @Nullable String reason) {

    /** From well to ill. */
    public enum Status {
        /** Reads and handles, or finds nothing to read. */
        RUNNING,
        /** Is not started yet: it waits for Kafka. */
        WAITING,
        /** Some events fail and are tried again; those of other keys go on. */
        RETRYING,
        /** An event has failed, or been under way, for too long. */
        STUCK,
        /** Its reader has ended; it begins anew by itself, and again. */
        STOPPED
    }

    /** How long ago the oldest event was sent that it has read and not handled; zero when there is none. */
    public Duration oldestAge(Instant now) {
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    /** Whether somebody should look at it. */
    public boolean isIll() {
        return status == Status.STUCK || status == Status.STOPPED;
    }
}
