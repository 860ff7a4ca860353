/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member follows something, or no longer does. */
public sealed interface FollowChanged extends Event permits FollowEnded, FollowStarted {
    FollowState follow();

    @Override
    default String aggregateId() {
        return follow().id();
    }
}
