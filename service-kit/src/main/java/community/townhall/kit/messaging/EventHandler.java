/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventEnvelope;

/**
 * What a consumer does with one type of event. It may see an event again, late, or after a newer one of the same
 * aggregate, and must come to the same result: insert a fact whose id derives from the event, or write a view only over
 * a lower version. It never adds to a number on someone else's event.
 */
@FunctionalInterface
public interface EventHandler<E extends Event> {

    /** @throws InvalidEventException when trying again cannot help */
    void handle(EventEnvelope<E> event);
}
