/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

import community.townhall.events.Event;

/** Points were taken back, exactly as they had been credited. */
public record PointsReversed(EntryState entry) implements Event {

    @Override
    public String aggregateId() {
        return entry.memberId();
    }
}
