/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.messaging;

import community.townhall.engagement.comment.ChangeComment;
import community.townhall.engagement.comment.CommentEvent;
import community.townhall.events.Event;
import community.townhall.kit.messaging.EventConsumer;

/** How comments are told of, and what is heard of them. */
public final class CommentWiring {

    private CommentWiring() {}

    public static Event contract(CommentEvent event, long version) {
        return new CommentEventMapper().toContract(event, version);
    }

    public static EventConsumer standings(ChangeComment change) {
        return new ModerationEventsListener(change).commentStandings();
    }
}
