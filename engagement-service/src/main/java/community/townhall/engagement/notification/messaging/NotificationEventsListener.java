/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.LiveNotifications;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.events.engagement.NotificationRaised;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows what was raised, by whichever instance, to the members who are connected to this one. */
@Configuration(proxyBeanMethods = false)
class NotificationEventsListener {

    @Bean
    EventConsumer liveNotifications(LiveNotifications live) {
        return EventConsumer.named("live-notifications")
                .toEveryInstance()
                .on(NotificationRaised.class, event -> live.show(toNotification(event.data())))
                .build();
    }

    private static StoredNotification toNotification(NotificationRaised raised) {
        return new StoredNotification(
                raised.id(),
                raised.memberId(),
                raised.kind(),
                raised.actorId(),
                raised.link(),
                raised.facts(),
                raised.at(),
                false,
                raised.sequence());
    }
}
