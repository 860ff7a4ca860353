/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.Notify;
import community.townhall.events.EventEnvelope;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostState;
import community.townhall.events.rewards.EntryState;
import community.townhall.events.rewards.PointsAwarded;
import community.townhall.kit.messaging.EventConsumer;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells members what concerns them of all that happens in the suite. */
@Configuration(proxyBeanMethods = false)
class NewsListener {

    private final Notify notify;

    NewsListener(Notify notify) {
        this.notify = notify;
    }

    @Bean
    EventConsumer news() {
        return EventConsumer.named("news")
                .on(PostPublished.class, this::published)
                .on(PointsAwarded.class, event -> awarded(event.data().entry()))
                .build();
    }

    private void published(EventEnvelope<PostPublished> event) {
        PostState post = event.data().post();
        if (post.origin() == null) {
            notify.happening()
                    .tell(new Notification(
                            post.authorId(),
                            "post-published",
                            post.id(),
                            null,
                            "/posts/" + post.id(),
                            Map.of("title", Objects.requireNonNullElse(post.title(), "")),
                            event.time()));
        }
    }

    private void awarded(EntryState entry) {
        notify.happening()
                .tell(new Notification(
                        entry.memberId(),
                        "points-awarded",
                        entry.entryId(),
                        null,
                        "/rewards",
                        Map.of(
                                "amount", Long.toString(entry.amount()),
                                "balance", Long.toString(entry.balance()),
                                "rule", entry.rule(),
                                "subjectId", entry.subjectId()),
                        entry.effectiveAt()));
    }
}
