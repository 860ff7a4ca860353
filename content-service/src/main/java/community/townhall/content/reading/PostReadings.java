/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.AcceptedAnswer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What readers see of the posts: one indexed query each. */
public interface PostReadings {

    int MOST_ANSWERS = 5_000;

    Optional<PostReading> find(String id);

    /** The answers of a question without their texts, in no order; at most {@value #MOST_ANSWERS}. */
    List<PostReading> answersOf(String questionId);

    /** Those of them that are there, with their texts, in no order. */
    List<PostReading> findAll(Collection<String> ids);

    /** Which of these are published. */
    Set<String> publishedAmong(Collection<String> ids);

    /**
     * The same as readers are shown them: an accepted answer that they do not see is not said to be accepted, and comes
     * back with the answer.
     */
    default List<PostReading> shown(List<PostReading> found) {
        Set<String> accepted = found.stream()
                .map(reading -> reading.post().accepted())
                .filter(Objects::nonNull)
                .map(AcceptedAnswer::answerId)
                .collect(Collectors.toSet());
        Set<String> published = accepted.isEmpty() ? Set.of() : publishedAmong(accepted);
        return found.stream().map(reading -> reading.showingOf(published)).toList();
    }

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
