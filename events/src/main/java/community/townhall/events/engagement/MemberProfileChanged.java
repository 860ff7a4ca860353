/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A member changed how they present themselves. */
public record MemberProfileChanged(MemberState member) implements Event {

    @Override
    public String aggregateId() {
        return member.id();
    }
}
