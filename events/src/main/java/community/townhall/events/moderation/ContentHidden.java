/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import community.townhall.events.Event;

/** Content was taken from view, by a moderator or by the weight of reports. */
public record ContentHidden(ContentStanding content) implements Event {

    @Override
    public String aggregateId() {
        return content.subjectId();
    }
}
