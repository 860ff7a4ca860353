/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import java.time.Clock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Makes the collection of each kind of aggregate and makes its outboxes known to the relay. */
public final class AggregatesFactory {

    private final MongoOperations mongo;
    private final OutboxEntryFactory entries;
    private final Relay relay;
    private final OutboxProperties properties;
    private final Clock clock;

    AggregatesFactory(
            MongoOperations mongo, OutboxEntryFactory entries, Relay relay, OutboxProperties properties, Clock clock) {
        this.mongo = mongo;
        this.entries = entries;
        this.relay = relay;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The aggregates stored as that type of document.
     *
     * @param document a record mapped by Spring Data, in the collection its {@code @Document} names
     * @param mapper what the aggregate's domain events are to the other services
     */
    public <D extends Versioned, E> Aggregates<D, E> of(Class<D> document, EventMapper<E> mapper) {
        String collection = mongo.getCollectionName(document);
        mongo.indexOps(collection)
                .createIndex(new Index(OutboxFields.OUTBOX_SINCE, Sort.Direction.ASC)
                        .named("outbox")
                        .sparse());
        relay.watch(collection);
        return new Aggregates<>(document, collection, mapper, mongo, entries, relay, properties, clock);
    }
}
