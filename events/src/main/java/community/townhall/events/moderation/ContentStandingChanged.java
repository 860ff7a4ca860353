/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import community.townhall.events.Event;

/** A post or comment was judged. */
public sealed interface ContentStandingChanged extends Event
        permits ContentApproved, ContentHidden, ContentRejected, ContentRemoved, ContentRestored, ContentScreened {
    ContentStanding content();

    @Override
    default String aggregateId() {
        return content().subjectId();
    }
}
