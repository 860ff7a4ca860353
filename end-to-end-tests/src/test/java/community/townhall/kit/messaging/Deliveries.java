/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.EventCatalogue;
import community.townhall.events.EventEnvelope;

/** Hands an event to a consumer as its topic would. */
public final class Deliveries {

    private Deliveries() {}

    public static void deliver(EventEnvelope<?> event, EventConsumer to) {
        if (to.handles(EventCatalogue.named(event.type()).orElseThrow())) {
            to.handle(event);
        }
    }
}
