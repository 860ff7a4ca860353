/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import community.townhall.events.Event;

/** A moderator let held content through. */
public record ContentApproved(ContentStanding content) implements Event {

    @Override
    public String aggregateId() {
        return content.subjectId();
    }
}
