/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member reacted to something, or turned a vote round. */
public record ReactionGiven(ReactionState reaction) implements Event {

    @Override
    public String aggregateId() {
        return reaction.id();
    }

    /** By target, so that all reactions to one thing are in order and are counted by one consumer. */
    @Override
    public String key() {
        return reaction.targetId();
    }
}
