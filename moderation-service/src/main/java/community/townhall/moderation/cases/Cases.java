/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where cases are kept. */
public interface Cases {

    Optional<Case> find(String id);

    /** @return the case as stored, empty when there is one of that id already */
    Optional<Case> insert(Case created);

    /**
     * Stores a changed case, which still has the version it was found with.
     *
     * @return the case as stored
     * @throws community.townhall.kit.outbox.StaleVersionException when somebody else changed it meanwhile
     */
    Case update(Case changed);

    /** That effect was carried out. Does not count as a change. */
    void done(String id, int effect);

    /** Cases that were changed before then and still have effects to carry out. */
    List<Case> withEffects(Instant changedBefore, int limit);

    /**
     * The longest open first.
     *
     * @param statuses those wanted; an expired claim counts as {@link CaseStatus#OPEN}
     * @param notAbout the member whose content is left out
     * @param after the place to go on from, absent for the first page
     */
    List<Case> list(Set<CaseStatus> statuses, String notAbout, Instant now, @Nullable Place after, int limit);

    /** How much waits to be decided. */
    Backlog backlog();

    /** A case's place in the list. */
    record Place(Instant openedAt, String id) {}

    /**
     * What waits.
     *
     * @param oldest when the case was opened that has waited longest, absent when none waits
     */
    record Backlog(long cases, @Nullable Instant oldest) {}
}
