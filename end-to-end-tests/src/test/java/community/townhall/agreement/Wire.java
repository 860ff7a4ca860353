/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventEnvelope;
import community.townhall.kit.messaging.Deliveries;
import community.townhall.kit.messaging.EventConsumer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A topic with its consumers, each of which reads on at its own pace. */
final class Wire {

    private final List<EventEnvelope<?>> events = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();

    private static final class Reader {

        private final EventConsumer consumer;
        private final List<EventEnvelope<?>> setAside = new ArrayList<>();
        private int next;

        Reader(EventConsumer consumer) {
            this.consumer = consumer;
        }
    }

    void to(EventConsumer consumer) {
        readers.add(new Reader(consumer));
    }

    void send(Event event, long version, Instant at) {
        String type = EventCatalogue.typeOf(event.getClass()).name();
        events.add(new EventEnvelope<>(
                event.aggregateId() + "/" + events.size(),
                "/test",
                type,
                event.aggregateId(),
                at,
                version,
                null,
                null,
                null,
                event));
    }

    /** @return whether there was anything left to read */
    boolean deliverAll() {
        boolean any = false;
        for (Reader reader : readers) {
            while (reader.next < events.size()) {
                Deliveries.deliver(events.get(reader.next++), reader.consumer);
                any = true;
            }
        }
        return any;
    }

    /** Some of it; some is read twice, some is set aside as a dead letter. */
    void deliverSome(Random random) {
        for (Reader reader : readers) {
            while (reader.next < events.size() && random.nextInt(3) > 0) {
                EventEnvelope<?> event = events.get(reader.next++);
                if (random.nextInt(5) == 0) {
                    reader.setAside.add(event);
                    continue;
                }
                Deliveries.deliver(event, reader.consumer);
                if (random.nextInt(4) == 0) {
                    Deliveries.deliver(events.get(random.nextInt(reader.next)), reader.consumer);
                }
            }
        }
    }

    /** @return whether there were any */
    boolean redriveDeadLetters() {
        boolean any = false;
        for (Reader reader : readers) {
            List<EventEnvelope<?>> left = List.copyOf(reader.setAside);
            reader.setAside.clear();
            for (EventEnvelope<?> event : left) {
                Deliveries.deliver(event, reader.consumer);
                any = true;
            }
        }
        return any;
    }
}
