/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.mongo;

import community.townhall.engagement.notification.StoredNotification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param about absent in what release 0.1 stored
 * @param gone which of these are not to be seen
 * @param shown whether none is gone and there is something to tell; absent in what release 0.1 stored
 * @param version of what a line tells that goes on, absent for any other
 */
@Document("notifications")
record NotificationDocument(
        @Id String id,
        String memberId,
        String kind,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        boolean read,
        @Nullable String place,
        @Nullable List<String> about,
        @Nullable List<String> gone,
        @Nullable Boolean shown,
        @Nullable Long version) {

    static NotificationDocument of(
            StoredNotification notification, List<String> about, @Nullable Long version, boolean shown) {
        return new NotificationDocument(
                notification.id(),
                notification.memberId(),
                notification.kind(),
                notification.actorId(),
                notification.link(),
                notification.facts(),
                notification.at(),
                notification.read(),
                notification.sequence() == null ? null : place(notification.memberId(), notification.sequence()),
                about,
                null,
                shown,
                version);
    }

    StoredNotification toNotification() {
        return new StoredNotification(
                id, memberId, kind, actorId, link, facts, at, read, place == null ? null : sequenceOf(place));
    }

    /** One field, so that one sparse unique index gives each place once; it sorts as the sequence does. */
    static String place(String memberId, long sequence) {
        return "%s/%015d".formatted(memberId, sequence);
    }

    private static long sequenceOf(String place) {
        return Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
    }
}
