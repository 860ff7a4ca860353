/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Delivers the events that stand in aggregates' documents to Kafka, at least once and in order for each aggregate, and
 * takes them out of the document once the broker has them.
 *
 * <p>A write hands its document over directly; a sweep finds what a crash, a full queue or an absent broker left
 * behind. A lease keeps two relays from doing the same work but is no fence: a stalled relay may send an event again,
 * which consumers must not mind.
 */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;
    private final EventSender sender;
    private final OutboxProperties properties;
    private final Clock clock;
    private final String owner;
    private final Counter delivered;
    private final Counter leftToSweep;

    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Delivery> toSend;
    private final BlockingQueue<Delivery> toClear = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Relay(
            MongoOperations mongo,
            EventSender sender,
            OutboxProperties properties,
            Clock clock,
            String owner,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
        this.owner = owner;
        this.toSend = new LinkedBlockingQueue<>(properties.queue());
        this.delivered = Counter.builder("townhall.outbox.delivered")
                .description("Events the broker acknowledged")
                .register(meters);
        this.leftToSweep = Counter.builder("townhall.outbox.left.to.sweep")
                .description("Documents the relay's queue had no room for")
                .register(meters);
        meters.gauge("townhall.outbox.queue", toSend, BlockingQueue::size);
    }

    /** A document whose events, up to that version, are to be delivered. */
    private record Delivery(String collection, String id, long version, List<OutboxEntry> entries) {

        List<String> eventIds() {
            return entries.stream().map(OutboxEntry::id).toList();
        }
    }

    void watch(String collection) {
        collections.add(collection);
    }

    Set<String> watched() {
        return Set.copyOf(collections);
    }

    /** The lease a writer takes with its write, which saves the relay from asking for it. */
    Document newLease() {
        return new Document("owner", owner)
                .append("until", Date.from(clock.instant().plus(properties.lease())));
    }

    /** Never waits: what the queue has no room for is left to the sweep. */
    void offer(String collection, String id, long version, List<OutboxEntry> entries) {
        if (!entries.isEmpty() && !toSend.offer(new Delivery(collection, id, version, entries))) {
            leftToSweep.increment();
        }
    }

    @Override
    public void start() {
        running = true;
        threads.add(Thread.ofVirtual().name("outbox-send").start(() -> whileRunning(this::sendNext)));
        threads.add(Thread.ofVirtual().name("outbox-clear").start(() -> whileRunning(this::clearDelivered)));
        threads.add(Thread.ofVirtual().name("outbox-sweep").start(() -> whileRunning(this::sweepThenPause)));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void whileRunning(InterruptibleStep step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // Nothing is lost: what was not delivered or not cleared is still in its document.
                log.warn("The outbox relay goes on after: {}", e.toString());
            }
        }
    }

    private interface InterruptibleStep {
        void run() throws InterruptedException;
    }

    private void sendNext() throws InterruptedException {
        Delivery delivery = toSend.take();
        CompletableFuture<?>[] sends =
                delivery.entries().stream().map(this::sendOnce).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sends).whenComplete((sent, failure) -> {
            if (failure == null) {
                toClear.add(delivery);
            } else {
                delivery.eventIds().forEach(inFlight::remove);
                log.warn(
                        "{} {} keeps its events for the sweep: {}",
                        delivery.collection(),
                        delivery.id(),
                        failure.toString());
            }
        });
    }

    /** An event that is on its way already is not sent a second time, only waited for. */
    private CompletableFuture<?> sendOnce(OutboxEntry entry) {
        return inFlight.computeIfAbsent(entry.id(), id -> sender.send(entry));
    }

    private void clearDelivered() throws InterruptedException {
        List<Delivery> batch = new ArrayList<>();
        batch.add(toClear.take());
        try {
            // Nobody waits for this, and what gathers is cleared in one go.
            Thread.sleep(properties.clearInterval());
            toClear.drainTo(batch, BATCH - 1);
            newestOfEach(batch).stream()
                    .collect(Collectors.groupingBy(Delivery::collection))
                    .forEach(this::clear);
            delivered.increment(batch.stream()
                    .mapToInt(delivery -> delivery.entries().size())
                    .sum());
        } finally {
            batch.forEach(delivery -> delivery.eventIds().forEach(inFlight::remove));
        }
    }

    /** The later delivery of a document tells of the later version. */
    private static Collection<Delivery> newestOfEach(List<Delivery> deliveries) {
        record Key(String collection, String id) {}
        Map<Key, Delivery> newest = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            newest.merge(
                    new Key(delivery.collection(), delivery.id()),
                    delivery,
                    (one, other) -> one.version() > other.version() ? one : other);
        }
        return newest.values();
    }

    private void clear(String collection, List<Delivery> deliveries) {
        List<UpdateOneModel<Document>> emptied = deliveries.stream()
                .map(delivery -> new UpdateOneModel<Document>(
                        Filters.and(
                                Filters.eq(OutboxFields.ID, delivery.id()),
                                Filters.eq(OutboxFields.VERSION, delivery.version())),
                        clearAll()))
                .toList();
        @Nullable BulkWriteResult result = mongo.execute(collection, target -> target.bulkWrite(emptied, UNORDERED));
        if (result != null && result.getMatchedCount() < deliveries.size()) {
            // Some have changed meanwhile and hold newer events: take out only what was delivered.
            List<UpdateOneModel<Document>> pulled = deliveries.stream()
                    .map(delivery -> new UpdateOneModel<Document>(
                            Filters.eq(OutboxFields.ID, delivery.id()),
                            Updates.pull(OutboxFields.OUTBOX, Filters.in("id", delivery.eventIds()))))
                    .toList();
            mongo.execute(collection, target -> target.bulkWrite(pulled, UNORDERED));
        }
    }

    private static Bson clearAll() {
        return Updates.combine(
                Updates.unset(OutboxFields.OUTBOX),
                Updates.unset(OutboxFields.OUTBOX_SINCE),
                Updates.unset(OutboxFields.LEASE));
    }

    private void sweepThenPause() throws InterruptedException {
        for (String collection : collections) {
            sweep(collection);
        }
        Thread.sleep(properties.sweepInterval());
    }

    /** Takes over what has waited too long, oldest first. */
    void sweep(String collection) {
        Instant now = clock.instant();
        List<Document> waiting = mongo.execute(
                collection,
                target -> target.find(
                                Filters.lte(OutboxFields.OUTBOX_SINCE, Date.from(now.minus(properties.sweepAge()))))
                        .sort(Sorts.ascending(OutboxFields.OUTBOX_SINCE))
                        .projection(Projections.include(OutboxFields.LEASE, OutboxFields.OUTBOX + ".id"))
                        .limit(BATCH)
                        .into(new ArrayList<>()));
        for (Document document : waiting == null ? List.<Document>of() : waiting) {
            if (isFree(document, now) && !isOnItsWay(document)) {
                takeOver(collection, document.getString(OutboxFields.ID));
            }
        }
    }

    private boolean isFree(Document document, Instant now) {
        Document lease = document.get(OutboxFields.LEASE, Document.class);
        return lease == null
                || owner.equals(lease.getString("owner"))
                || !lease.getDate("until").toInstant().isAfter(now);
    }

    private boolean isOnItsWay(Document document) {
        List<Document> entries = document.getList(OutboxFields.OUTBOX, Document.class, List.of());
        return !entries.isEmpty() && entries.stream().allMatch(entry -> inFlight.containsKey(entry.getString("id")));
    }

    private void takeOver(String collection, String id) {
        Bson free = Filters.and(
                Filters.eq(OutboxFields.ID, id),
                Filters.or(
                        Filters.exists(OutboxFields.LEASE, false),
                        Filters.eq(OutboxFields.LEASE_OWNER, owner),
                        Filters.lte(OutboxFields.LEASE_UNTIL, Date.from(clock.instant()))));
        FindOneAndUpdateOptions returningOutbox = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.include(OutboxFields.VERSION, OutboxFields.OUTBOX));
        @Nullable
        Document taken = mongo.execute(
                collection,
                target -> target.findOneAndUpdate(free, Updates.set(OutboxFields.LEASE, newLease()), returningOutbox));
        if (taken == null) {
            return;
        }
        long version = taken.get(OutboxFields.VERSION, Number.class).longValue();
        List<OutboxEntry> entries = OutboxEntry.of(taken);
        if (entries.isEmpty()) {
            // All was pulled by id, which leaves the marks behind.
            mongo.execute(
                    collection,
                    target -> target.updateOne(
                            Filters.and(Filters.eq(OutboxFields.ID, id), Filters.eq(OutboxFields.VERSION, version)),
                            clearAll()));
        } else {
            offer(collection, id, version, entries);
        }
    }
}
