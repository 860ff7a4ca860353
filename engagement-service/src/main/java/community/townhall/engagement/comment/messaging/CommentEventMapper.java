/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.messaging;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentEvent;
import community.townhall.events.Event;
import community.townhall.events.Markup;
import community.townhall.events.PublicationStatus;
import community.townhall.events.engagement.CommentCreated;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentHeld;
import community.townhall.events.engagement.CommentHidden;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRejected;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentRestored;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.CommentWithdrawn;
import community.townhall.kit.outbox.EventMapper;
import org.springframework.stereotype.Component;

@Component
class CommentEventMapper implements EventMapper<CommentEvent> {

    @Override
    public Event toContract(CommentEvent event, long version) {
        CommentState state = state(event.comment());
        return switch (event) {
            case CommentEvent.Written _ -> new CommentCreated(state);
            case CommentEvent.Edited _ -> new CommentEdited(state);
            case CommentEvent.Published _ -> new CommentPublished(state);
            case CommentEvent.Held _ -> new CommentHeld(state);
            case CommentEvent.Rejected _ -> new CommentRejected(state);
            case CommentEvent.Hidden _ -> new CommentHidden(state);
            case CommentEvent.Removed _ -> new CommentRemoved(state);
            case CommentEvent.Withdrawn _ -> new CommentWithdrawn(state);
            case CommentEvent.Restored _ -> new CommentRestored(state);
        };
    }

    private static CommentState state(Comment comment) {
        return new CommentState(
                comment.id(),
                comment.authorId(),
                comment.postId(),
                comment.parentId(),
                comment.text().value(),
                comment.revision(),
                PublicationStatus.valueOf(comment.status().name()),
                comment.createdAt(),
                comment.publishedAt(),
                comment.origin(),
                comment.text().markup() == community.townhall.texts.Markup.HTML ? Markup.HTML : null);
    }
}
