/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import community.townhall.events.content.*;
import community.townhall.events.engagement.*;
import community.townhall.events.moderation.*;
import community.townhall.events.rewards.*;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every type of event there is: its name, its topic and its body. The AsyncAPI document says the same for people. */
public final class EventCatalogue {

    private static final Map<String, EventType<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, EventType<?>> BY_BODY = new LinkedHashMap<>();

    static {
        add("content.post.created.v1", Topic.POST, PostCreated.class);
        add("content.post.edited.v1", Topic.POST, PostEdited.class);
        add("content.post.published.v1", Topic.POST, PostPublished.class);
        add("content.post.held.v1", Topic.POST, PostHeld.class);
        add("content.post.rejected.v1", Topic.POST, PostRejected.class);
        add("content.post.revised.v1", Topic.POST, PostRevised.class);
        add("content.post.edit-declined.v1", Topic.POST, PostEditDeclined.class);
        add("content.post.hidden.v1", Topic.POST, PostHidden.class);
        add("content.post.removed.v1", Topic.POST, PostRemoved.class);
        add("content.post.withdrawn.v1", Topic.POST, PostWithdrawn.class);
        add("content.post.restored.v1", Topic.POST, PostRestored.class);
        add("content.post.answer-accepted.v1", Topic.POST, AnswerAccepted.class);
        add("content.post.answer-unaccepted.v1", Topic.POST, AnswerUnaccepted.class);
        add("content.topic.changed.v1", Topic.TOPIC, TopicChanged.class);

        add("engagement.member.joined.v1", Topic.MEMBER, MemberJoined.class);
        add("engagement.member.profile-changed.v1", Topic.MEMBER, MemberProfileChanged.class);
        add("engagement.comment.created.v1", Topic.COMMENT, CommentCreated.class);
        add("engagement.comment.edited.v1", Topic.COMMENT, CommentEdited.class);
        add("engagement.comment.published.v1", Topic.COMMENT, CommentPublished.class);
        add("engagement.comment.held.v1", Topic.COMMENT, CommentHeld.class);
        add("engagement.comment.rejected.v1", Topic.COMMENT, CommentRejected.class);
        add("engagement.comment.hidden.v1", Topic.COMMENT, CommentHidden.class);
        add("engagement.comment.removed.v1", Topic.COMMENT, CommentRemoved.class);
        add("engagement.comment.withdrawn.v1", Topic.COMMENT, CommentWithdrawn.class);
        add("engagement.comment.restored.v1", Topic.COMMENT, CommentRestored.class);
        add("engagement.reaction.given.v1", Topic.REACTION, ReactionGiven.class);
        add("engagement.reaction.withdrawn.v1", Topic.REACTION, ReactionWithdrawn.class);
        add("engagement.tally.changed.v1", Topic.TALLY, TallyChanged.class);
        add("engagement.follow.started.v1", Topic.FOLLOW, FollowStarted.class);
        add("engagement.follow.ended.v1", Topic.FOLLOW, FollowEnded.class);
        add("engagement.thanks.given.v1", Topic.THANKS, ThanksGiven.class);
        add("engagement.thanks.judged.v1", Topic.THANKS, ThanksJudged.class);
        add("engagement.thanks.withdrawn.v1", Topic.THANKS, ThanksWithdrawn.class);
        add("engagement.notification.raised.v1", Topic.NOTIFICATION, NotificationRaised.class);

        add("moderation.content.screened.v1", Topic.MODERATED_CONTENT, ContentScreened.class);
        add("moderation.content.approved.v1", Topic.MODERATED_CONTENT, ContentApproved.class);
        add("moderation.content.rejected.v1", Topic.MODERATED_CONTENT, ContentRejected.class);
        add("moderation.content.hidden.v1", Topic.MODERATED_CONTENT, ContentHidden.class);
        add("moderation.content.removed.v1", Topic.MODERATED_CONTENT, ContentRemoved.class);
        add("moderation.content.restored.v1", Topic.MODERATED_CONTENT, ContentRestored.class);

        add("rewards.account.points-awarded.v1", Topic.ACCOUNT, PointsAwarded.class);
        add("rewards.account.points-reversed.v1", Topic.ACCOUNT, PointsReversed.class);
        add("rewards.account.tier-changed.v1", Topic.ACCOUNT, TierChanged.class);
    }

    private EventCatalogue() {}

    /** The type of that name, empty when this release does not know it. */
    public static Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException when the body is in no catalogue: it must not be sent */
    public static EventType<?> typeOf(Class<? extends Event> body) {
        EventType<?> type = BY_BODY.get(body);
        if (type == null) {
            throw new IllegalArgumentException(body.getName() + " is not in the event catalogue");
        }
        return type;
    }

    /**
     * The types of a family of bodies, in the order of the catalogue.
     *
     * @param family a body, or a sealed interface of several
     * @throws IllegalArgumentException when there is none
     */
    public static <E extends Event> List<EventType<? extends E>> typesOf(Class<E> family) {
        List<EventType<? extends E>> types = new ArrayList<>();
        for (EventType<?> type : BY_NAME.values()) {
            if (family.isAssignableFrom(type.body())) {
                types.add(ofFamily(type));
            }
        }
        if (types.isEmpty()) {
            throw new IllegalArgumentException(family.getName() + " has nothing in the event catalogue");
        }
        return types;
    }

    @SuppressWarnings("unchecked") // its body was looked at
    private static <E extends Event> EventType<? extends E> ofFamily(EventType<?> type) {
        return (EventType<? extends E>) type;
    }

    /** All types, in the order of the catalogue. */
    public static Collection<EventType<?>> all() {
        return Collections.unmodifiableCollection(BY_NAME.values());
    }

    private static <E extends Event> void add(String name, Topic topic, Class<E> body) {
        EventType<E> type = new EventType<>(name, topic, body);
        if (BY_NAME.put(name, type) != null || BY_BODY.put(body, type) != null) {
            throw new IllegalStateException("Twice in the catalogue: " + type);
        }
    }
}
