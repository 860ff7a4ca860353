/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member reacted to something, or no longer does. */
public sealed interface ReactionChanged extends Event permits ReactionGiven, ReactionWithdrawn {
    ReactionState reaction();

    @Override
    default String aggregateId() {
        return reaction().id();
    }

    /** By target, so that all reactions to one thing are in order and are counted by one consumer. */
    @Override
    default String key() {
        return reaction().targetId();
    }
}
