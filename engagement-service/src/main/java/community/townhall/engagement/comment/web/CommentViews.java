/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.web;

import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.Standing;
import community.townhall.engagement.member.Members;
import community.townhall.engagement.tally.Tallies;
import community.townhall.engagement.tally.Tally;
import community.townhall.engagement.target.TargetType;
import community.townhall.kit.security.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Comments with their authors' names and their counts. */
@Component
class CommentViews {

    private final Members members;
    private final Tallies tallies;
    private final RenderedComments texts;

    CommentViews(Members members, Tallies tallies, RenderedComments texts) {
        this.members = members;
        this.tallies = tallies;
        this.texts = texts;
    }

    /** A comment that was written this moment, on which nobody can have acted yet. */
    CommentView ofNew(Comment comment, @Nullable Caller reader) {
        return of(comment, reader, members.namesOf(List.of(comment.authorId())), Map.of());
    }

    CommentView of(Comment comment, @Nullable Caller reader) {
        return of(List.of(comment), reader).getFirst();
    }

    /** Two queries for all of them together, and none for names that are known. */
    List<CommentView> of(List<Comment> comments, @Nullable Caller reader) {
        if (comments.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = members.namesOf(
                comments.stream().map(Comment::authorId).distinct().toList());
        Map<String, Tally> counts =
                tallies.of(comments.stream().map(Comment::id).toList());
        return comments.stream()
                .map(comment -> of(comment, reader, names, counts))
                .toList();
    }

    private CommentView of(
            Comment comment, @Nullable Caller reader, Map<String, String> names, Map<String, Tally> counts) {
        Tally tally = counts.getOrDefault(comment.id(), Tally.none(TargetType.COMMENT, comment.id()));
        return new CommentView(
                comment.id(),
                comment.postId(),
                comment.parentId(),
                comment.status().name(),
                new CommentView.Author(comment.authorId(), names.get(comment.authorId())),
                comment.text().value(),
                comment.text().markup(),
                texts.html(comment),
                tally.score(),
                tally.up(),
                tally.down(),
                tally.comments(),
                comment.revision(),
                comment.version(),
                comment.createdAt(),
                comment.publishedAt(),
                comment.editedAt(),
                comment.origin(),
                isConcerned(comment, reader) ? moderation(comment.standing()) : null);
    }

    private static boolean isConcerned(Comment comment, @Nullable Caller reader) {
        return reader != null && (reader.isModerator() || reader.memberId().equals(comment.authorId()));
    }

    private static CommentView.@Nullable Moderation moderation(@Nullable Standing standing) {
        return standing == null
                ? null
                : new CommentView.Moderation(
                        standing.verdict().name(),
                        standing.reasons().stream()
                                .map(reason -> new CommentView.Reason(reason.rule(), reason.explanation()))
                                .toList(),
                        standing.byPerson() ? "person" : "machine");
    }
}
