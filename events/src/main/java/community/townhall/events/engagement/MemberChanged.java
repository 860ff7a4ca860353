/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** There is news of a member. */
public sealed interface MemberChanged extends Event permits MemberJoined, MemberProfileChanged {
    MemberState member();

    @Override
    default String aggregateId() {
        return member().id();
    }
}
