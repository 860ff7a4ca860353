/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member stopped following. */
public record FollowEnded(FollowState follow) implements Event {

    @Override
    public String aggregateId() {
        return follow.id();
    }
}
