/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

import community.townhall.events.Event;

/** A member earned points. */
public record PointsAwarded(EntryState entry) implements Event {

    @Override
    public String aggregateId() {
        return entry.memberId();
    }
}
