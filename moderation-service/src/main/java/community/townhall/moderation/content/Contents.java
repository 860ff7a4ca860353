/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where contents are kept. */
public interface Contents {

    Optional<Content> find(String id);

    /** How many things may stand one under the other above a content: a comment's answer, and that one's question. */
    int MOST_ABOVE = 2;

    /** As it stands where it stands: deleted also when what it stands under is, for nobody sees it any more. */
    default Optional<Content> findInPlace(String id) {
        return find(id).map(content -> {
            Optional<Content> above = Optional.of(content);
            for (int level = 0; level <= MOST_ABOVE && above.isPresent(); level++) {
                if (above.get().isDeleted()) {
                    return content.deletedWith(above.get());
                }
                above = Optional.ofNullable(above.get().under()).flatMap(this::find);
            }
            return content;
        });
    }

    /** Something that stands under another. */
    record Below(String id, SubjectType type) {}

    /**
     * What stands directly under that, by id.
     *
     * @param after the id to go on from, absent for the first page
     */
    List<Below> below(String id, @Nullable String after, int limit);

    /**
     * Stores a new content and sends its events.
     *
     * @return false when there is one of that id already; nothing was written
     */
    boolean insert(Content.Change change, Instant at);

    /**
     * Stores a changed content, which still has the version it was found with, and sends its events.
     *
     * @throws community.townhall.kit.outbox.StaleVersionException when somebody else changed it meanwhile
     */
    void update(Content.Change change, Instant at);

    /** Which of these that author wrote. */
    Set<String> thoseBy(String authorId, Collection<String> ids);

    /** Which of these their author has deleted. */
    Set<String> deletedAmong(Collection<String> ids);

    /** How many of that author's posts stand approved, counted no further than the given number. */
    int approvedPostsBy(String authorId, int atMost);
}
