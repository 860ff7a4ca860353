/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.util.List;

/**
 * Merits that changed after they were booked. They are booked again when they have not changed for a while, so that a
 * vote that is given and withdrawn fifty times makes no hundred entries.
 */
public interface Unsettled {

    /**
     * Lets it wait, from now on anew if it waits already.
     *
     * @param turn how many entries there are for it: the more there are, the longer it waits
     */
    void putOff(String meritId, int turn);

    /** Those that have waited long enough, longest first. */
    List<Waiting> due(int limit);

    /** It was settled; unless it was put off once more meanwhile, it waits no longer. */
    void settled(Waiting waiting);

    /** How many there are. */
    long waiting();

    /**
     * A merit that waits.
     *
     * @param since tells this wait from the next one of the same merit
     */
    record Waiting(String meritId, String since) {}
}
