/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.badge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All badges that members hold. */
public interface Badges {

    /**
     * Keeps a badge.
     *
     * @param requestHash of the request that asked for it, to tell a repetition from another request
     * @return what is kept under its id: this badge, or the one that was there before
     */
    Kept keep(Badge badge, @Nullable String requestHash);

    /** A badge with the hash of the request that made it. */
    record Kept(Badge badge, @Nullable String requestHash) {}

    /** The member's badges, the newest first, badges of the same time by id. */
    List<Badge> of(String memberId, @Nullable Instant before, @Nullable String beforeId, int limit);

    long importedFrom(String origin);
}
