/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Where contents are kept. */
public interface Contents {

    Optional<Content> find(String id);

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
