/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.mongo;

import community.townhall.engagement.notification.StoredNotification;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("notifications")
record NotificationDocument(
        @Id String id,
        long version,
        String memberId,
        String kind,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        boolean read)
        implements Versioned {

    static NotificationDocument of(StoredNotification notification) {
        return new NotificationDocument(
                notification.id(),
                1,
                notification.memberId(),
                notification.kind(),
                notification.actorId(),
                notification.link(),
                notification.facts(),
                notification.at(),
                notification.read());
    }

    StoredNotification toNotification() {
        return new StoredNotification(id, memberId, kind, actorId, link, facts, at, read);
    }
}
