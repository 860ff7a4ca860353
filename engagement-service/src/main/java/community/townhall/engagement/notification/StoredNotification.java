/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its member finds it.
 *
 * @param kind such as {@code post-published}; the reader's language is chosen where it is shown
 * @param sequence its place among all that its member was ever told: 1, 2, 3… No place is seen before the one below it
 *     is, so whoever has seen one has missed nothing below it. Absent for what earlier releases raised
 */
public record StoredNotification(
        String id,
        String memberId,
        String kind,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        boolean read,
        @Nullable Long sequence) {}
