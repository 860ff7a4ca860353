/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All comments. */
public interface Comments {

    Optional<Comment> find(String id);

    /** The comment as it was a moment ago, without a look at the store where possible. */
    Optional<Comment> recent(String id);

    /** Those there are of these as they were a moment ago, in no order. */
    List<Comment> recent(Collection<String> ids);

    /** @return false when there is one of that id already; nothing was written then */
    boolean add(CommentEvent.Written written);

    /**
     * Loads, decides and writes, again whenever somebody else was quicker.
     *
     * @return the comment after it, empty when there is none
     */
    Optional<Comment> change(String id, Function<Comment, Optional<Comment.Change>> decision);

    /**
     * What a reader finds under posts, oldest first: what is visible, and what is the reader's own.
     *
     * @param readerId absent for one who is not signed in
     * @param afterAt where the former page ended, absent for the first
     * @param afterId tells apart what was written at the same time
     */
    List<Comment> under(
            Collection<String> postIds,
            @Nullable String readerId,
            @Nullable Instant afterAt,
            @Nullable String afterId,
            int limit);

    long countImportedFrom(String origin);
}
