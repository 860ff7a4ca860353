/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.figures;

import java.time.Instant;
import java.util.Optional;

/**
 * The figures of the posts, kept in step with what they are counted from. Each is set, never added to: applying an event
 * twice or late comes to the same.
 */
public interface PostFigures {

    /**
     * Keeps the tally if it is newer than the one kept, and ranks the post anew.
     *
     * @return the post whose page shows these figures: the question of an answer, else the post itself; empty when
     *     nothing changed
     */
    Optional<String> keep(Tally tally);

    /** Ranks a post, by its score if it has one already. */
    void rank(String postId, Instant publishedAt);

    /** Counts the published answers of a question. Of two counts at once, the one begun later stands. */
    void recountAnswers(String questionId);
}
