/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.notification.StoredNotification;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record NotificationView(
        String id,
        String kind,
        @Nullable Actor actor,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        boolean read) {

    /** @param name absent for who is unknown */
    record Actor(String id, @Nullable String name) {}

    static NotificationView of(StoredNotification notification, Map<String, String> names) {
        String actorId = notification.actorId();
        return new NotificationView(
                notification.id(),
                notification.kind(),
                actorId == null ? null : new Actor(actorId, names.get(actorId)),
                notification.link(),
                notification.facts(),
                notification.at(),
                notification.read());
    }
}
