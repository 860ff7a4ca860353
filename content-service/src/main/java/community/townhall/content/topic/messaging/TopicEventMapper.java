/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic.messaging;

import community.townhall.content.topic.Topic;
import community.townhall.content.topic.TopicChanged;
import community.townhall.events.Event;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

/** Topics as the other services hear of them. */
@Component
class TopicEventMapper implements EventMapper<TopicChanged> {

    @Override
    public Event toContract(TopicChanged changed, long version) {
        Topic topic = changed.topic();
        return new community.townhall.events.content.TopicChanged(
                topic.slug(), topic.name(), topic.description(), false);
    }
}
