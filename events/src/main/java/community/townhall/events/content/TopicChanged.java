/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** A topic was created or its name or description changed. */
public record TopicChanged(String slug, String name, String description, boolean archived) implements Event {

    @Override
    public String aggregateId() {
        return slug;
    }
}
