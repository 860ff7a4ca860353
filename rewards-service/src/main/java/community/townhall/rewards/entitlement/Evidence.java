/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the things that points depend on: the newest version that was told of each. */
public interface Evidence {

    /**
     * Keeps it, unless the same or a newer version is known.
     *
     * @return whether it was kept
     */
    boolean learn(Content content);

    /** Like {@link #learn(Content)}. */
    boolean learn(Vote vote);

    /** Keeps it, unless the same or a newer version is known. */
    void learn(Acceptance acceptance);

    Optional<Content> content(String id);

    Optional<Vote> vote(String id);

    Optional<Acceptance> acceptance(String questionId);

    /**
     * The ids of up votes in force on it, in their order.
     *
     * @param after where the former page ended, absent for the first
     */
    List<String> upVotesOn(String contentId, @Nullable String after, int limit);
}
