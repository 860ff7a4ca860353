/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import community.townhall.events.Event;

/** Content that had been hidden or removed stands again. */
public record ContentRestored(ContentStanding content) implements Event {

    @Override
    public String aggregateId() {
        return content.subjectId();
    }
}
