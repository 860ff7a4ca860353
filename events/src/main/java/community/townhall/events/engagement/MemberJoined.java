/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** Somebody became a member. */
public record MemberJoined(MemberState member) implements Event {

    @Override
    public String aggregateId() {
        return member.id();
    }
}
