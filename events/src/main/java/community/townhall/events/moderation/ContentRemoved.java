/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import community.townhall.events.Event;

/** A moderator took content down. */
public record ContentRemoved(ContentStanding content) implements Event {

    @Override
    public String aggregateId() {
        return content.subjectId();
    }
}
