/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import community.townhall.kit.mongo.BatchedInserts;
import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.MappedFields;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The aggregates of one kind. An aggregate and the events it has not yet delivered are one document, so that a change
 * and its events are written together or not at all, without a transaction.
 *
 * <p>A document is never replaced: a replacement made from a stale copy would bring delivered events back.
 *
 * @param <D> the document
 * @param <E> the domain events
 */
public final class Aggregates<D extends Versioned, E> {

    private final String collection;
    private final EventMapper<E> mapper;
    private final MongoOperations mongo;
    private final OutboxEntryFactory entries;
    private final Relay relay;
    private final OutboxProperties properties;
    private final Clock clock;
    private final MappedFields fields;
    private final BatchedReads<D> reads;
    private final BatchedInserts inserts;

    Aggregates(
            Class<D> type,
            String collection,
            EventMapper<E> mapper,
            MongoOperations mongo,
            OutboxEntryFactory entries,
            Relay relay,
            OutboxProperties properties,
            Clock clock) {
        this.collection = collection;
        this.mapper = mapper;
        this.mongo = mongo;
        this.entries = entries;
        this.relay = relay;
        this.properties = properties;
        this.clock = clock;
        this.fields = MappedFields.of(mongo.getConverter(), type, OutboxFields.VERSION);
        this.reads = new BatchedReads<>(mongo, type);
        this.inserts = new BatchedInserts(mongo, collection);
    }

    /** The aggregate as it stands, with the version to pass to {@link #update}. */
    public Optional<D> find(String id) {
        return reads.find(id);
    }

    /** Those there are of these, in no order. */
    public List<D> find(Collection<String> ids) {
        return reads.find(ids);
    }

    /**
     * Stores a new aggregate together with its first events.
     *
     * @param document at version 1
     * @param at when it happened, by the clock of the community
     * @throws DuplicateKeyException when there is one of that id already, or a unique key is taken; nothing was written
     */
    public void insert(D document, List<? extends E> events, Instant at) {
        insert(document, 1, events, at);
    }

    /**
     * Like {@link #insert(Versioned, List, Instant)}, for a document that is one link of a longer chain: its events tell
     * of the chain as a whole and carry its version.
     *
     * @param entityVersion the chain's version with the new document in it
     */
    public void insert(D document, long entityVersion, List<? extends E> events, Instant at) {
        if (document.version() != 1) {
            throw new IllegalArgumentException("A new aggregate has version 1, not " + document.version());
        }
        Document bson = fields.toBson(document);
        List<OutboxEntry> pending = entries(entityVersion, events, at);
        if (!pending.isEmpty()) {
            bson.append(OutboxFields.OUTBOX, toDocuments(pending))
                    .append(OutboxFields.OUTBOX_SINCE, now())
                    .append(OutboxFields.LEASE, relay.newLease());
        }
        if (!inserts.insert(bson)) {
            throw new DuplicateKeyException(collection + " has " + document.id() + " or another of its unique keys");
        }
        relay.offer(collection, document.id(), 1, pending);
    }

    /**
     * Stores a change together with its events, provided nobody else changed the aggregate meanwhile.
     *
     * @param document the new state, still with the version that was loaded; the stored version becomes one more
     * @param at when it happened, by the clock of the community
     * @throws StaleVersionException when the stored version is another; nothing was written
     * @throws OutboxFullException when too many of its events wait to be delivered; nothing was written
     */
    public void update(D document, List<? extends E> events, Instant at) {
        long version = document.version() + 1;
        List<OutboxEntry> added = entries(version, events, at);
        Document filter = new Document(OutboxFields.ID, document.id()).append(OutboxFields.VERSION, document.version());
        if (!added.isEmpty()) {
            filter.append(
                    OutboxFields.OUTBOX + "." + (properties.capacity() - added.size()), new Document("$exists", false));
        }
        FindOneAndUpdateOptions returningOutbox = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.include(OutboxFields.OUTBOX));
        Document change = change(document, added);
        @Nullable
        Document after = mongo.execute(collection, target -> target.findOneAndUpdate(filter, change, returningOutbox));
        if (after == null) {
            throw refusal(document);
        }
        if (!added.isEmpty()) {
            // Whatever earlier events are still there go first: the order within an aggregate is kept.
            relay.offer(collection, document.id(), version, OutboxEntry.of(after));
        }
    }

    /**
     * Inserts what was not there when it was decided, and updates what was: whoever decides by what they found need not tell
     * the two apart.
     *
     * @param found the version that was loaded, 0 when there was none
     * @param document the new state, made with the version that it is to be stored by
     * @throws StaleVersionException when there is another by now; nothing was written
     * @throws OutboxFullException when too many of its events wait to be delivered; nothing was written
     */
    public void write(long found, LongFunction<D> document, List<? extends E> events, Instant at) {
        if (found > 0) {
            update(document.apply(found), events, at);
            return;
        }
        D first = document.apply(1);
        try {
            insert(first, events, at);
        } catch (DuplicateKeyException e) {
            throw new StaleVersionException(collection, first.id(), 0);
        }
    }

    private Document change(D document, List<OutboxEntry> added) {
        Document change = fields.settingAll(fields.toBson(document));
        change.append("$inc", new Document(OutboxFields.VERSION, 1L));
        if (!added.isEmpty()) {
            change.append("$push", new Document(OutboxFields.OUTBOX, new Document("$each", toDocuments(added))));
            change.append("$min", new Document(OutboxFields.OUTBOX_SINCE, now()));
            change.get("$set", Document.class).append(OutboxFields.LEASE, relay.newLease());
        }
        return change;
    }

    private RuntimeException refusal(D document) {
        boolean versionMet = find(document.id())
                .filter(stored -> stored.version() == document.version())
                .isPresent();
        return versionMet
                ? new OutboxFullException(collection, document.id())
                : new StaleVersionException(collection, document.id(), document.version());
    }

    private List<OutboxEntry> entries(long version, List<? extends E> events, Instant at) {
        return events.stream()
                .map(event -> entries.make(mapper.toContract(event, version), version, at))
                .toList();
    }

    private static List<Document> toDocuments(List<OutboxEntry> entries) {
        return entries.stream().map(OutboxEntry::toDocument).toList();
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
