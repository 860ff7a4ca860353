/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.messaging;

import community.townhall.content.figures.PostFigures;
import community.townhall.content.figures.Tally;
import community.townhall.content.reading.ThreadCache;
import community.townhall.events.TargetType;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostEdited;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostStandingChanged;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.TallyChanged;
import community.townhall.kit.messaging.EventConsumer;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages learn from events: engagement's tallies, and the coming and going of posts and answers. */
@Configuration(proxyBeanMethods = false)
class ReadingConsumers {

    @Bean
    EventConsumer tallies(PostFigures figures, ThreadCache threads) {
        return EventConsumer.named("tallies")
                .on(TallyChanged.class, event -> {
                    TallyChanged changed = event.data();
                    if (changed.targetType() == TargetType.POST) {
                        figures.keep(tally(changed, event.entityVersion()))
                                .ifPresent(threadId -> threads.forget(changed.targetId(), threadId));
                    }
                })
                .build();
    }

    private static Tally tally(TallyChanged changed, long version) {
        Map<String, Long> reactions = changed.reactions();
        return new Tally(
                changed.targetId(),
                version,
                reactions.getOrDefault("up", 0L),
                reactions.getOrDefault("down", 0L),
                changed.comments());
    }

    @Bean
    EventConsumer figures(PostFigures figures, ThreadCache threads) {
        return EventConsumer.named("figures")
                .unhurried()
                .on(PostStandingChanged.class, event -> recount(event.data().post(), figures, threads))
                .build();
    }

    private static void recount(PostState post, PostFigures figures, ThreadCache threads) {
        String questionId = post.questionId();
        if (questionId != null) {
            figures.recountAnswers(questionId);
        } else {
            if (post.kind() == PostKind.QUESTION) {
                figures.recountAnswers(post.id());
            }
            Instant publishedAt = post.publishedAt();
            if (publishedAt != null) {
                figures.rank(post.id(), publishedAt);
            }
        }
        forget(post, threads);
    }

    /** So that what one instance takes from view, no other goes on showing from memory. */
    @Bean
    EventConsumer pages(ThreadCache threads) {
        return EventConsumer.named("pages")
                .toEveryInstance()
                .on(PostStandingChanged.class, event -> forget(event.data().post(), threads))
                .on(PostEdited.class, event -> forget(event.data().post(), threads))
                .on(PostRevised.class, event -> forget(event.data().post(), threads))
                .on(AnswerAccepted.class, event -> forget(event.data().post(), threads))
                .on(AnswerUnaccepted.class, event -> forget(event.data().post(), threads))
                .build();
    }

    private static void forget(PostState post, ThreadCache threads) {
        String questionId = post.questionId();
        threads.forget(post.id(), questionId == null ? post.id() : questionId);
    }
}
