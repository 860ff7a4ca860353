/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard;

import java.util.Collection;
import java.util.List;

/** Who stands where. */
public interface Standings {

    /** Writes each down, unless what is written is of the same or a later entry. */
    void raise(Collection<Standing> standings);

    /** Those with points on that board, most points first, then by member. */
    List<Standing> top(String board, int limit);
}
