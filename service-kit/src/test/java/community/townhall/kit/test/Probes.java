/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import community.townhall.events.Event;
import community.townhall.events.EventType;
import community.townhall.kit.id.Ids;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;

/** Aggregates that no service has, so that every service's relay can be watched at the same work. */
final class Probes {

    private static final String COLLECTION = "contract-probes";

    @org.springframework.data.mongodb.core.mapping.Document(COLLECTION)
    private record Probe(@Id String id, long version) implements Versioned {}

    private final AggregatesFactory aggregates;
    private final MongoOperations mongo;
    private final EventType<?> type;

    /** @param type of the event that each of them has to tell */
    Probes(AggregatesFactory aggregates, MongoOperations mongo, EventType<?> type) {
        this.aggregates = aggregates;
        this.mongo = mongo;
        this.type = type;
    }

    /** A new one as it is stored: with its event, unless the relay was quicker. */
    Document insert(Instant at) {
        Probe probe = new Probe(Ids.next(), 1);
        aggregates
                .<Probe, Event>of(Probe.class, (event, version) -> event)
                .insert(probe, List.of(GoldenEvents.of(type)), at);
        return stored(probe.id());
    }

    Document stored(String id) {
        return Objects.requireNonNull(collection().find(Filters.eq(id)).first());
    }

    /** Puts it back as another relay leaves it that has sent the event and goes no further. */
    void leave(Document probe, Instant leasedUntil) {
        probe.get("outboxLease", Document.class).append("owner", "another").append("until", Date.from(leasedUntil));
        collection().replaceOne(Filters.eq(probe.getString("_id")), probe);
    }

    /** What a relay does that has sent the event and found the document changed meanwhile. */
    void pull(Document probe) {
        collection()
                .updateOne(
                        Filters.eq(probe.getString("_id")), Updates.pull("outbox", Filters.eq("id", eventOf(probe))));
    }

    /** The id of its event. */
    static String eventOf(Document probe) {
        return probe.getList("outbox", Document.class).getFirst().getString("id");
    }

    List<SentEvent> deliveries() {
        return SentEvent.allOn(type.topic().topicName());
    }

    List<SentEvent> deliveriesOf(Document probe) {
        return deliveries().stream()
                .filter(delivery -> delivery.id().equals(eventOf(probe)))
                .toList();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
