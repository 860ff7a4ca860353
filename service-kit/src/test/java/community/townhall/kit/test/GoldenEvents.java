/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventType;
import community.townhall.events.StableId;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The samples of the contract: each type of event as it was first released, all of them about the same few aggregates. */
final class GoldenEvents {

    private static final Pattern ID = Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
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

    /**
     * The same of many aggregates, so that partitions, lanes and batches are shared: for each copy one of each type that
     * some consumer handles, about aggregates of its own.
     */
    static List<Sent> ofMany(int copies, List<EventConsumer> consumers) {
        List<EventType<?>> types = EventCatalogue.all().stream()
                .filter(type -> consumers.stream().anyMatch(consumer -> consumer.handles(type)))
                .toList();
        String run = Ids.next();
        List<Sent> events = new ArrayList<>();
        for (int version = 1; version <= types.size(); version++) {
            for (int copy = 0; copy < copies; copy++) {
                String of = run + copy;
                Function<String, String> ids =
                        sample -> ID.matcher(sample).replaceAll(id -> StableId.of(id.group(), of));
                events.add(new Sent(Ids.next(), of(types.get(version - 1), ids), version));
            }
        }
        return events;
    }

    static Event of(EventType<?> type) {
        return of(type, sample -> sample);
    }

    private static Event of(EventType<?> type, Function<String, String> change) {
        try (InputStream sample = Objects.requireNonNull(
                EventCatalogue.class.getResourceAsStream("/golden/" + type.name() + ".0.1.json"), type.name())) {
            String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.read(change.apply(text).getBytes(StandardCharsets.UTF_8), type.body());
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
