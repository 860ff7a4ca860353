/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its member finds it.
 *
 * @param kind such as {@code post-published}; the reader's language is chosen where it is shown
 */
public record StoredNotification(
        String id,
        String memberId,
        String kind,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        boolean read) {}
