/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.kit.causality.Causality;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes an event down with what it goes back to. */
final class OutboxEntryFactory {

    private final EventJson json;
    private final Supplier<@Nullable String> traceParent;

    OutboxEntryFactory(EventJson json, Supplier<@Nullable String> traceParent) {
        this.json = json;
        this.traceParent = traceParent;
    }

    OutboxEntry make(Event event, long version, Instant at) {
        Causality causality = Causality.current();
        return new OutboxEntry(
                Ids.next(),
                EventCatalogue.typeOf(event.getClass()).name(),
                event.aggregateId(),
                event.key(),
                version,
                at,
                causality.correlationId(),
                causality.causationId(),
                traceParent.get(),
                json.write(event));
    }
}
