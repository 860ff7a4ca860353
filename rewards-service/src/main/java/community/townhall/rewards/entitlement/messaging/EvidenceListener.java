/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.messaging;

import community.townhall.events.EventEnvelope;
import community.townhall.events.content.AcceptedAnswer;
import community.townhall.events.content.AnswerAccepted;
import community.townhall.events.content.AnswerUnaccepted;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostStandingChanged;
import community.townhall.events.content.PostState;
import community.townhall.events.engagement.CommentStandingChanged;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.ReactionChanged;
import community.townhall.events.engagement.ReactionState;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.rewards.entitlement.Acceptance;
import community.townhall.rewards.entitlement.Content;
import community.townhall.rewards.entitlement.SettleEntitlements;
import community.townhall.rewards.entitlement.Vote;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                .on(
                        PostStandingChanged.class,
                        event -> settle.after(content(event, event.data().post())))
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
                .on(
                        CommentStandingChanged.class,
                        event -> settle.after(content(event, event.data().comment())))
                .on(
                        ReactionChanged.class,
                        event -> settle.after(vote(event, event.data().reaction())))
                .build();
    }

    private static Content content(EventEnvelope<?> event, PostState post) {
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

    private static Content content(EventEnvelope<?> event, CommentState comment) {
        return new Content(
                comment.id(),
                event.entityVersion(),
                Content.Kind.COMMENT,
                comment.authorId(),
                null,
                comment.status().isVisible(),
                Objects.requireNonNullElse(comment.publishedAt(), event.time()));
    }

    private static Vote vote(EventEnvelope<?> event, ReactionState reaction) {
        return new Vote(
                reaction.id(),
                event.entityVersion(),
                reaction.targetId(),
                reaction.memberId(),
                Boolean.TRUE.equals(reaction.pseudonymous()),
                reaction.active() && reaction.kind().equals(UP),
                reaction.at());
    }
}
