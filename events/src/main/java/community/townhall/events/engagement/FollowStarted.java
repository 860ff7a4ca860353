/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member began to follow somebody or something. */
public record FollowStarted(FollowState follow) implements Event {

    @Override
    public String aggregateId() {
        return follow.id();
    }
}
