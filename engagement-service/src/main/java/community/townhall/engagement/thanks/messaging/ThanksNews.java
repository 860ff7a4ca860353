/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks.messaging;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notifications;
import community.townhall.engagement.notification.Notify;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.EventEnvelope;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.ThanksGiven;
import community.townhall.events.engagement.ThanksJudged;
import community.townhall.events.engagement.ThanksState;
import community.townhall.events.engagement.ThanksWithdrawn;
import community.townhall.events.moderation.ContentStanding;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells a member what they are thanked for, and whoever thanks what became of their word. */
@Configuration(proxyBeanMethods = false)
class ThanksNews {

    private static final NotificationKind RECEIVED = NotificationKind.of("thanks-received");
    private static final NotificationKind HELD = NotificationKind.of("thanks-held");
    private static final NotificationKind DECLINED = NotificationKind.of("thanks-declined");

    private static final int EXCERPT = 140;

    private final Notify notify;
    private final Notifications notifications;
    private final Posts posts;
    private final Comments comments;

    ThanksNews(Notify notify, Notifications notifications, Posts posts, Comments comments) {
        this.notify = notify;
        this.notifications = notifications;
        this.posts = posts;
        this.comments = comments;
    }

    @Bean
    EventConsumer newsOfThanks() {
        return EventConsumer.named(Notify.CONSUMER)
                .unhurried()
                .on(ThanksGiven.class, event -> {
                    notifications.gone(event.subject());
                    notifications.reword(
                            Notification.own(event.subject()),
                            "excerpt",
                            excerpt(event.data().thanks()));
                })
                .on(ThanksJudged.class, this::judged)
                .on(ThanksWithdrawn.class, event -> {
                    notifications.gone(event.subject());
                    notifications.gone(Notification.own(event.subject()));
                })
                .build();
    }

    private void judged(EventEnvelope<ThanksJudged> event) {
        ThanksState thanks = event.data().thanks();
        switch (thanks.status()) {
            case PUBLISHED -> {
                tell(event, thanks.toId(), thanks.memberId(), RECEIVED, thanks.id());
                notifications.reword(thanks.id(), "excerpt", excerpt(thanks));
                notifications.back(thanks.id());
            }
            case HELD -> tell(event, thanks.memberId(), null, HELD, event.id());
            case REJECTED, HIDDEN, REMOVED -> {
                notifications.gone(thanks.id());
                tell(event, thanks.memberId(), null, DECLINED, event.id());
            }
            case PENDING, UNKNOWN -> notifications.gone(thanks.id());
        }
    }

    private void tell(
            EventEnvelope<ThanksJudged> event,
            String memberId,
            @Nullable String actorId,
            NotificationKind kind,
            String cause) {
        ThanksState thanks = event.data().thanks();
        Optional<Comment> comment =
                thanks.targetType() == TargetType.COMMENT ? comments.find(thanks.targetId()) : Optional.empty();
        Optional<Post> post = posts.find(comment.map(Comment::postId).orElse(thanks.targetId()));
        List<String> about = new ArrayList<>();
        about.add(kind.equals(RECEIVED) ? thanks.id() : Notification.own(thanks.id()));
        comment.map(Comment::id).ifPresent(about::add);
        post.map(Post::place).ifPresent(about::addAll);
        Map<String, String> facts = new HashMap<>();
        facts.put("excerpt", excerpt(thanks));
        facts.put("targetType", thanks.targetType().name());
        List<ContentStanding.Reason> reasons = event.data().reasons();
        if (!kind.equals(RECEIVED) && !reasons.isEmpty()) {
            facts.put("rule", joined(reasons, ", ", ContentStanding.Reason::rule));
            facts.put("explanation", joined(reasons, " ", ContentStanding.Reason::explanation));
        }
        notify.happening()
                .tell(new Notification(
                        memberId,
                        kind,
                        cause,
                        actorId,
                        post.map(found ->
                                        comment.map(one -> Links.to(one, found)).orElseGet(() -> Links.to(found)))
                                .orElse(null),
                        facts,
                        event.time(),
                        about));
    }

    private static String joined(
            List<ContentStanding.Reason> reasons, String between, Function<ContentStanding.Reason, String> part) {
        return reasons.stream().map(part).distinct().collect(Collectors.joining(between));
    }

    private static String excerpt(ThanksState thanks) {
        return Texts.render(thanks.word(), Markup.MARKDOWN, Place.COMMENT).excerpt(EXCERPT);
    }
}
