/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

/** What happened to a comment, with the comment as it is after it. */
public sealed interface CommentEvent {

    Comment comment();

    /** It was written; it waits to be screened. */
    record Written(Comment comment) implements CommentEvent {}

    /** Its text changed; it is screened again. */
    record Edited(Comment comment) implements CommentEvent {}

    /** Readers see it. */
    record Published(Comment comment) implements CommentEvent {}

    /** It waits for a moderator. */
    record Held(Comment comment) implements CommentEvent {}

    /** It was not let through. */
    record Rejected(Comment comment) implements CommentEvent {}

    /** It was taken from view for the time being. */
    record Hidden(Comment comment) implements CommentEvent {}

    /** It was taken down. */
    record Removed(Comment comment) implements CommentEvent {}

    /** Its author took it down, for good; comes with {@link Removed}, which does not say by whom. */
    record Withdrawn(Comment comment) implements CommentEvent {}

    /** It is visible again. */
    record Restored(Comment comment) implements CommentEvent {}
}
