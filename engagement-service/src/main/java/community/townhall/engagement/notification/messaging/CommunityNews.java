/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Comments;
import community.townhall.engagement.follow.FollowedType;
import community.townhall.engagement.notification.Links;
import community.townhall.engagement.notification.News;
import community.townhall.engagement.notification.Notification;
import community.townhall.engagement.notification.NotificationKind;
import community.townhall.engagement.notification.Notify;
import community.townhall.engagement.notification.TellFollowers;
import community.townhall.engagement.post.Post;
import community.townhall.engagement.post.Posts;
import community.townhall.events.EventEnvelope;
import community.townhall.events.TargetType;
import community.townhall.events.engagement.CommentPublished;
import community.townhall.events.engagement.CommentState;
import community.townhall.events.engagement.FollowStarted;
import community.townhall.events.engagement.FollowState;
import community.townhall.events.engagement.ReactionGiven;
import community.townhall.events.engagement.ReactionState;
import community.townhall.texts.Markup;
import community.townhall.texts.Place;
import community.townhall.texts.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is worth telling of what members do with each other's content. What was imported is no news. */
@Component
class CommunityNews {

    private static final NotificationKind COMMENT_POSTED = NotificationKind.ofText("comment-posted");
    private static final NotificationKind REPLY_POSTED = NotificationKind.ofText("reply-posted");
    private static final NotificationKind FOLLOWED_POST_COMMENTED = NotificationKind.ofText("followed-post-commented");
    private static final NotificationKind REACTION_RECEIVED = NotificationKind.of("reaction-received");
    private static final NotificationKind FOLLOWED = NotificationKind.of("followed");

    private static final int EXCERPT = 140;

    /** A vote against says nothing kind, and a bookmark is nobody else's business. */
    private static final Set<String> UNTOLD = Set.of("down", "bookmark");

    private final Notify notify;
    private final Comments comments;
    private final Posts posts;
    private final TellFollowers followers;
    private final Mentioned mentioned;
    private final ToldContent told;

    CommunityNews(
            Notify notify,
            Comments comments,
            Posts posts,
            TellFollowers followers,
            Mentioned mentioned,
            ToldContent told) {
        this.notify = notify;
        this.comments = comments;
        this.posts = posts;
        this.followers = followers;
        this.mentioned = mentioned;
        this.told = told;
    }

    /** Who is concerned is told when it appears; an edit tells only whom it mentions for the first time. */
    void commented(EventEnvelope<CommentPublished> event) {
        CommentState comment = event.data().comment();
        // What was taken from view since it was commented on is no news.
        Optional<Post> under = posts.find(comment.postId()).filter(Post::visible);
        if (comment.origin() != null || under.isEmpty()) {
            return;
        }
        Post post = under.get();
        News news = new News(
                comment.id(),
                comment.authorId(),
                Links.toComment(comment.id(), post),
                Map.of("title", titleOf(post), "excerpt", excerpt(comment.text(), Mentioned.markup(comment.markup()))),
                event.time(),
                about(comment.id(), post),
                List.of(new News.Audience(FollowedType.POST, post.threadId(), FOLLOWED_POST_COMMENTED)));
        Notify.Happening happening = notify.happening();
        boolean appears =
                comment.publishedAt() == null || !comment.publishedAt().isBefore(event.time());
        if (appears) {
            Optional.ofNullable(comment.parentId())
                    .flatMap(comments::recent)
                    .filter(parent -> parent.origin() == null)
                    .ifPresent(parent -> happening.tell(news.to(parent.authorId(), REPLY_POSTED)));
            if (post.origin() == null) {
                happening.tell(news.to(post.authorId(), COMMENT_POSTED));
            }
        }
        mentioned
                .in(comment.text(), Mentioned.markup(comment.markup()), Place.COMMENT)
                .forEach(memberId -> happening.tell(news.to(memberId, Mentioned.KIND)));
        if (appears) {
            followers.tell(news, happening);
        }
    }

    /** Once a day for a target and a kind: the first tells, the others are in the count. */
    void reacted(EventEnvelope<ReactionGiven> event) {
        ReactionState reaction = event.data().reaction();
        if (reaction.origin() != null || UNTOLD.contains(reaction.kind())) {
            return;
        }
        Target target = target(reaction);
        if (target.isImported() || !told.isSeen(target.about())) {
            return; // what was taken from view since is no news
        }
        LocalDate day = LocalDate.ofInstant(reaction.at(), ZoneOffset.UTC);
        Map<String, String> facts = new HashMap<>(target.facts());
        facts.put("reaction", reaction.kind());
        facts.put("targetType", reaction.targetType().name());
        notify.happening()
                .tell(new Notification(
                        reaction.targetAuthorId(),
                        REACTION_RECEIVED,
                        reaction.targetId() + "/" + reaction.kind() + "/" + day,
                        // Votes are secret between members.
                        reaction.kind().equals("up") ? null : reaction.memberId(),
                        target.link(),
                        facts,
                        reaction.at(),
                        target.about()));
    }

    void followed(EventEnvelope<FollowStarted> event) {
        FollowState follow = event.data().follow();
        if (follow.followedType() == community.townhall.events.engagement.FollowedType.MEMBER) {
            notify.happening()
                    .tell(new Notification(
                            follow.followedId(),
                            FOLLOWED,
                            follow.id(), // once for ever, however often they stop and begin again
                            follow.memberId(),
                            Links.toMember(follow.memberId()),
                            Map.of(),
                            follow.at()));
        }
    }

    private record Target(@Nullable String link, Map<String, String> facts, List<String> about, boolean isImported) {}

    private Target target(ReactionState reaction) {
        Optional<Comment> comment =
                reaction.targetType() == TargetType.COMMENT ? comments.recent(reaction.targetId()) : Optional.empty();
        Optional<Post> post = posts.find(comment.map(Comment::postId).orElse(reaction.targetId()));
        return new Target(
                post.map(found -> comment.map(one -> Links.to(one, found)).orElseGet(() -> Links.to(found)))
                        .orElse(null),
                post.map(found -> Map.of("title", titleOf(found))).orElse(Map.of()),
                post.map(found -> comment.map(one -> about(one.id(), found)).orElseGet(found::place))
                        .orElse(List.of()),
                comment.map(one -> one.origin() != null)
                        .orElseGet(() ->
                                post.filter(found -> found.origin() != null).isPresent()));
    }

    private String titleOf(Post post) {
        String questionId = post.questionId();
        Optional<Post> titled = questionId == null ? Optional.of(post) : posts.find(questionId);
        return Objects.requireNonNullElse(titled.map(Post::title).orElse(""), "");
    }

    private static List<String> about(String commentId, Post post) {
        return Stream.concat(Stream.of(commentId), post.place().stream()).toList();
    }

    static String excerpt(String text, Markup markup) {
        return Texts.render(text, markup, Place.COMMENT).excerpt(EXCERPT);
    }
}
