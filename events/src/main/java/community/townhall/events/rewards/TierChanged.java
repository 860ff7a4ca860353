/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

import community.townhall.events.Event;

/** A member's tier rose or fell with their lifetime points. */
public record TierChanged(String memberId, String formerTier, String tier, long lifetime) implements Event {

    @Override
    public String aggregateId() {
        return memberId;
    }
}
