/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What readers see of the posts: one indexed query each. */
public interface PostReadings {

    Optional<PostReading> find(String id);

    /** All answers of a question, in no order. */
    List<PostReading> answersOf(String questionId);

    /**
     * A part of a list, in its order.
     *
     * @param after the {@link ListedPost#rank} where the part before ended, absent for the first
     */
    List<ListedPost> list(PostListing listing, @Nullable String after, int limit);

    /**
     * @param rank its place in the list: unique, and stable while other posts come and go. The text is left out of the
     *     reading
     */
    record ListedPost(PostReading reading, String rank) {}
}
