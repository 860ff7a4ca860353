/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.NotificationEvent;
import community.townhall.engagement.notification.StoredNotification;
import community.townhall.events.Event;
import community.townhall.events.engagement.NotificationRaised;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class NotificationEventMapper implements EventMapper<NotificationEvent> {

    @Override
    public Event toContract(NotificationEvent event, long version) {
        return switch (event) {
            case NotificationEvent.Raised(StoredNotification raised) ->
                new NotificationRaised(
                        raised.id(),
                        raised.memberId(),
                        raised.kind(),
                        raised.actorId(),
                        raised.link(),
                        raised.facts(),
                        raised.at(),
                        raised.sequence());
        };
    }
}
