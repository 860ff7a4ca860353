/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventType;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The samples of the contract: each type of event as it was first released, all of them about the same few aggregates. */
final class GoldenEvents {

    private static final EventJson JSON = new EventJson();

    /** One of them with the id and the version that all its deliveries have. */
    record Sent(String id, Event event, long version) {}

    private GoldenEvents() {}

    /**
     * One of each type that some consumer handles.
     *
     * @param after the version that the first of them comes after
     */
    static List<Sent> handledBy(List<EventConsumer> consumers, long after) {
        List<Sent> events = new ArrayList<>();
        for (EventType<?> type : EventCatalogue.all()) {
            if (consumers.stream().anyMatch(consumer -> consumer.handles(type))) {
                events.add(new Sent(Ids.next(), of(type), after + events.size() + 1));
            }
        }
        assertThat(events).as("the service handles events").isNotEmpty();
        return events;
    }

    static Event of(EventType<?> type) {
        try (InputStream sample = Objects.requireNonNull(
                EventCatalogue.class.getResourceAsStream("/golden/" + type.name() + ".0.1.json"), type.name())) {
            return JSON.read(sample.readAllBytes(), type.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first type that the service tells the others of, or any for a service that tells of nothing. */
    static EventType<?> typeOf(String service) {
        return EventCatalogue.all().stream()
                .filter(type -> type.topic().owner().equals(service))
                .findFirst()
                .orElseGet(() -> EventCatalogue.all().iterator().next());
    }
}
