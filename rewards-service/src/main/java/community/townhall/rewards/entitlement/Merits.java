/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of what members did: the newest version that was told of each. */
public interface Merits {

    /**
     * Keeps it, unless the same or a newer version is known.
     *
     * @return whether it was kept
     */
    boolean learn(Merit merit);

    /** Those that are known of these, in no order. */
    List<Merit> find(Collection<String> ids);

    /**
     * The ids of what stands that was done to it, in their order.
     *
     * @param after where the former page ended, absent for the first
     */
    List<String> standingAbout(String contentId, @Nullable String after, int limit);
}
