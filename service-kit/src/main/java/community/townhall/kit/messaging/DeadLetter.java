/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer could not process.
 *
 * @param topic where it came from
 * @param reason what the last attempt failed with
 * @param body as received, at most its first 4,000 characters
 */
public record DeadLetter(
        String consumer,
        String topic,
        long offset,
        @Nullable String key,
        @Nullable String eventId,
        @Nullable String eventType,
        Instant laidAsideAt,
        String reason,
        String body) {}
