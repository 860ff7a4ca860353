/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.PostStatus;
import org.jspecify.annotations.Nullable;

/** A list of posts; what is in it and in which order. */
public sealed interface PostListing {

    /** Published posts, newest first, perhaps of one topic. */
    record Latest(@Nullable String topic) implements PostListing {}

    /** Published posts by {@link community.townhall.content.figures.HotRank}, perhaps of one topic. */
    record Hot(@Nullable String topic) implements PostListing {}

    /** Published questions that have no published answer, newest first, perhaps of one topic. */
    record Unanswered(@Nullable String topic) implements PostListing {}

    /** What a member published, answers too, newest first. */
    record PublishedBy(String memberId) implements PostListing {}

    /** All that a member wrote, last written first; what they removed only when asked for by that status. */
    record WrittenBy(String memberId, @Nullable PostStatus status) implements PostListing {}
}
