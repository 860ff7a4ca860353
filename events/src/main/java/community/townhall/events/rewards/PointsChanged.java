/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

import community.townhall.events.Event;

/** There is a new entry in a member's account. */
public sealed interface PointsChanged extends Event permits PointsAwarded, PointsReversed {
    EntryState entry();

    @Override
    default String aggregateId() {
        return entry().memberId();
    }
}
