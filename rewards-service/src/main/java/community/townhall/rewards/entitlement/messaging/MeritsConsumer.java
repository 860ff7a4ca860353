/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.messaging;

import community.townhall.events.EventEnvelope;
import community.townhall.events.TargetType;
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
import community.townhall.events.engagement.ThanksChanged;
import community.townhall.events.engagement.ThanksState;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.rewards.entitlement.Acceptances;
import community.townhall.rewards.entitlement.Merit;
import community.townhall.rewards.entitlement.SettleEntitlements;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events tell of which merits. What became of a text is of no matter to points, but who sees it is. */
@Configuration(proxyBeanMethods = false)
class MeritsConsumer {

    private static final String UP = "up";

    @Bean
    EventConsumer entitlementsConsumer(SettleEntitlements settle) {
        return EventConsumer.named("entitlements")
                .on(
                        PostStandingChanged.class,
                        event -> settle.after(writing(event, event.data().post())))
                .on(
                        CommentStandingChanged.class,
                        event -> settle.after(writing(event, event.data().comment())))
                .on(
                        ReactionChanged.class,
                        event -> settle.after(upvote(event, event.data().reaction())))
                .on(
                        ThanksChanged.class,
                        event -> settle.after(thanks(event, event.data().thanks())))
                .on(
                        AnswerAccepted.class,
                        event -> acceptance(
                                        event,
                                        event.data().post(),
                                        event.data().accepted(),
                                        event.data().formerly())
                                .forEach(settle::after))
                .on(
                        AnswerUnaccepted.class,
                        event -> acceptance(
                                        event,
                                        event.data().post(),
                                        null,
                                        event.data().formerly())
                                .forEach(settle::after))
                .build();
    }

    private static Merit writing(EventEnvelope<?> event, PostState post) {
        return Merit.writing(
                post.kind() == PostKind.ANSWER ? Merit.Kind.ANSWER : Merit.Kind.POST,
                post.id(),
                event.entityVersion(),
                post.authorId(),
                post.status().isVisible(),
                Objects.requireNonNullElse(post.publishedAt(), event.time()));
    }

    private static Merit writing(EventEnvelope<?> event, CommentState comment) {
        return Merit.writing(
                Merit.Kind.COMMENT,
                comment.id(),
                event.entityVersion(),
                comment.authorId(),
                comment.status().isVisible(),
                Objects.requireNonNullElse(comment.publishedAt(), event.time()));
    }

    private static Merit upvote(EventEnvelope<?> event, ReactionState reaction) {
        return new Merit(
                reaction.id(),
                reaction.targetType() == TargetType.COMMENT ? Merit.Kind.COMMENT_UPVOTE : Merit.Kind.UPVOTE,
                event.entityVersion(),
                reaction.id(),
                reaction.memberId(),
                Boolean.TRUE.equals(reaction.pseudonymous()),
                List.of(reaction.targetId()),
                reaction.active() && reaction.kind().equals(UP),
                reaction.at());
    }

    private static Merit thanks(EventEnvelope<?> event, ThanksState thanks) {
        return new Merit(
                thanks.id(),
                Merit.Kind.THANKS,
                event.entityVersion(),
                thanks.id(),
                thanks.memberId(),
                false,
                List.of(thanks.targetId()),
                thanks.status().isVisible(),
                thanks.at());
    }

    private static List<Merit> acceptance(
            EventEnvelope<?> event,
            PostState question,
            @Nullable AcceptedAnswer accepted,
            @Nullable AcceptedAnswer formerly) {
        return Acceptances.merits(
                question.id(),
                event.entityVersion(),
                question.authorId(),
                accepted == null ? null : accepted.answerId(),
                formerly == null ? null : formerly.answerId(),
                event.time());
    }
}
