/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;
import community.townhall.events.content.AcceptedAnswer;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostHeld;
import community.townhall.events.content.PostHidden;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostPublished;
import community.townhall.events.content.PostRejected;
import community.townhall.events.content.PostRemoved;
import community.townhall.events.content.PostRestored;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentHeld;
import community.townhall.events.engagement.CommentHidden;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentRejected;
import community.townhall.events.engagement.CommentRemoved;
import community.townhall.events.engagement.CommentRestored;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.events.engagement.ReactionWithdrawn;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.EventHandler;
import community.townhall.rewards.entitlement.Acceptance;
import community.townhall.rewards.entitlement.Content;
import community.townhall.rewards.entitlement.SettleEntitlements;
import community.townhall.rewards.entitlement.Vote;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes notice of what changes who sees content; what its text became is of no matter to points. */
@Configuration(proxyBeanMethods = false)
class EvidenceListener {

    private static final String UP = "up";

    @Bean
    EventConsumer entitlementsConsumer(SettleEntitlements settle) {
        return EventConsumer.named("entitlements")
                .on(PostPublished.class, post(settle, PostPublished::post))
                .on(PostHeld.class, post(settle, PostHeld::post))
                .on(PostRejected.class, post(settle, PostRejected::post))
                .on(PostHidden.class, post(settle, PostHidden::post))
                .on(PostRemoved.class, post(settle, PostRemoved::post))
                .on(PostRestored.class, post(settle, PostRestored::post))
                .on(
                        AnswerAccepted.class,
                        event -> acceptance(
                                settle,
                                event,
                                event.data().post(),
                                event.data().accepted().answerId(),
                                event.data().formerly()))
                .on(
                        AnswerUnaccepted.class,
                        event -> acceptance(
                                settle,
                                event,
                                event.data().post(),
                                null,
                                event.data().formerly()))
                .on(CommentPublished.class, comment(settle, CommentPublished::comment))
                .on(CommentHeld.class, comment(settle, CommentHeld::comment))
                .on(CommentRejected.class, comment(settle, CommentRejected::comment))
                .on(CommentHidden.class, comment(settle, CommentHidden::comment))
                .on(CommentRemoved.class, comment(settle, CommentRemoved::comment))
                .on(CommentRestored.class, comment(settle, CommentRestored::comment))
                .on(ReactionGiven.class, reaction(settle, ReactionGiven::reaction))
                .on(ReactionWithdrawn.class, reaction(settle, ReactionWithdrawn::reaction))
                .build();
    }

    private static <E extends Event> EventHandler<E> post(SettleEntitlements settle, Function<E, PostState> state) {
        return event -> settle.after(content(state.apply(event.data()), event));
    }

    private static Content content(PostState post, EventEnvelope<?> event) {
        return new Content(
                post.id(),
                event.entityVersion(),
                post.kind() == PostKind.ANSWER ? Content.Kind.ANSWER : Content.Kind.POST,
                post.authorId(),
                post.questionId(),
                post.status().isVisible(),
                Objects.requireNonNullElse(post.publishedAt(), event.time()));
    }

    private static void acceptance(
            SettleEntitlements settle,
            EventEnvelope<?> event,
            PostState question,
            @Nullable String answerId,
            @Nullable AcceptedAnswer formerly) {
        Acceptance acceptance =
                new Acceptance(question.id(), event.entityVersion(), question.authorId(), answerId, event.time());
        List<String> touched = Stream.of(
                        Optional.ofNullable(answerId),
                        Optional.ofNullable(formerly).map(AcceptedAnswer::answerId))
                .flatMap(Optional::stream)
                .toList();
        settle.after(acceptance, touched);
    }

    private static <E extends Event> EventHandler<E> comment(
            SettleEntitlements settle, Function<E, CommentState> state) {
        return event -> {
            CommentState comment = state.apply(event.data());
            settle.after(new Content(
                    comment.id(),
                    event.entityVersion(),
                    Content.Kind.COMMENT,
                    comment.authorId(),
                    null,
                    comment.status().isVisible(),
                    Objects.requireNonNullElse(comment.publishedAt(), event.time())));
        };
    }

    private static <E extends Event> EventHandler<E> reaction(
            SettleEntitlements settle, Function<E, ReactionState> state) {
        return event -> {
            ReactionState reaction = state.apply(event.data());
            settle.after(new Vote(
                    reaction.id(),
                    event.entityVersion(),
                    reaction.targetId(),
                    reaction.memberId(),
                    Boolean.TRUE.equals(reaction.pseudonymous()),
                    reaction.active() && reaction.kind().equals(UP),
                    reaction.at()));
        };
    }
}
