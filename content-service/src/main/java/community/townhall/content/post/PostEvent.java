/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import org.jspecify.annotations.Nullable;

/** What happened to a post; each carries the post as it stands afterwards. */
public sealed interface PostEvent {

    Post post();

    record Created(Post post) implements PostEvent {}

    /** A new text waits to be screened. */
    record Edited(Post post) implements PostEvent {}

    record Published(Post post) implements PostEvent {}

    record Held(Post post) implements PostEvent {}

    record Rejected(Post post) implements PostEvent {}

    /** An edit of a published post is now in force. */
    record Revised(Post post) implements PostEvent {}

    /** An edit of a published post was not let through. */
    record EditDeclined(Post post) implements PostEvent {}

    record Hidden(Post post) implements PostEvent {}

    record Removed(Post post) implements PostEvent {}

    /** Its author removed it, for good; comes with {@link Removed}, which does not say by whom. */
    record Withdrawn(Post post) implements PostEvent {}

    record Restored(Post post) implements PostEvent {}

    record AnswerAccepted(
            Post post, AcceptedAnswer accepted, @Nullable AcceptedAnswer formerly) implements PostEvent {}

    record AnswerUnaccepted(Post post, AcceptedAnswer formerly) implements PostEvent {}
}
