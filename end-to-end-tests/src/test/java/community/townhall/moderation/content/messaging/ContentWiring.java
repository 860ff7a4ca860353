/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content.messaging;

import community.townhall.events.Event;
import community.townhall.moderation.content.ContentEvent;

/** How contents are told of. */
public final class ContentWiring {

    private ContentWiring() {}

    public static Event contract(ContentEvent event, long version) {
        return new ContentEventMapper().toContract(event, version);
    }
}
