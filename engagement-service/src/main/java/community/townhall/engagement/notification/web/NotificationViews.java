/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.web;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.notification.StoredNotification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Notifications with the names of who caused them. */
@Component
class NotificationViews {

    private final Members members;

    NotificationViews(Members members) {
        this.members = members;
    }

    List<NotificationView> of(List<StoredNotification> notifications) {
        Map<String, String> names = members.namesOf(notifications.stream()
                .map(StoredNotification::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return notifications.stream()
                .map(notification -> NotificationView.of(notification, names))
                .toList();
    }

    NotificationView of(StoredNotification notification) {
        return of(List.of(notification)).getFirst();
    }
}
