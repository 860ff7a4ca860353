/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.tally.Evidence;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.target.TargetType;
import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.engagement.CommentEdited;
import community.townhall.events.engagement.CommentHeld;
import community.townhall.events.engagement.CommentHidden;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRejected;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentRestored;
import community.townhall.events.engagement.CommentState;
import community.townhall.kit.messaging.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts comments and replies afresh whenever one may have come or gone that the last count did not see. */
@Configuration(proxyBeanMethods = false)
class CommentEventsListener {

    private static final long COMMENTS_REMEMBERED = 200_000;

    private final Comments comments;
    private final Tallies tallies;
    private final Cache<String, Evidence> lastCounts = Caffeine.newBuilder()
            .maximumWeight(COMMENTS_REMEMBERED)
            .weigher((String _, Evidence evidence) -> evidence.versions().size() + 1)
            .build();

    CommentEventsListener(Comments comments, Tallies tallies) {
        this.comments = comments;
        this.tallies = tallies;
    }

    @Bean
    EventConsumer commentTallies() {
        return EventConsumer.named("comment-tallies")
                .on(CommentEdited.class, event -> recount(event, event.data().comment()))
                .on(CommentPublished.class, event -> recount(event, event.data().comment()))
                .on(CommentHeld.class, event -> recount(event, event.data().comment()))
                .on(CommentRejected.class, event -> recount(event, event.data().comment()))
                .on(CommentHidden.class, event -> recount(event, event.data().comment()))
                .on(CommentRemoved.class, event -> recount(event, event.data().comment()))
                .on(CommentRestored.class, event -> recount(event, event.data().comment()))
                .build();
    }

    private void recount(EventEnvelope<? extends Event> event, CommentState comment) {
        String postId = comment.postId();
        if (!isCounted(postId, event)) {
            lastCounts.put(postId, tallies.recountComments(TargetType.POST, postId, () -> comments.countUnder(postId)));
        }
        String parentId = comment.parentId();
        if (parentId != null && !isCounted(parentId, event)) {
            lastCounts.put(
                    parentId,
                    tallies.recountComments(TargetType.COMMENT, parentId, () -> comments.countRepliesTo(parentId)));
        }
    }

    private boolean isCounted(String targetId, EventEnvelope<? extends Event> event) {
        Evidence last = lastCounts.getIfPresent(targetId);
        return last != null && last.includes(event.subject(), event.entityVersion());
    }
}
