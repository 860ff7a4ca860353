/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
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
    private static final Duration AFTER_A_FAULT = Duration.ofMillis(200);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(10);

    private final EventSender sender;
    private final OutboxProperties properties;
    private final Clock clock;
    private final String owner;
    private final Counter delivered;
    private final Counter leftToSweep;
    private final Counter missed;

    private final OutboxClearing clearing;
    private final OutboxSweep sweep;
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Outgoing> toSend;
    private final BlockingQueue<OutboxClearing.Sent> toClear = new LinkedBlockingQueue<>();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> lastComplaint = new AtomicReference<>(Instant.EPOCH);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Relay(
            MongoOperations mongo,
            EventSender sender,
            OutboxProperties properties,
            Clock clock,
            String owner,
            MeterRegistry meters) {
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
        this.owner = owner;
        this.clearing = new OutboxClearing(mongo);
        this.sweep = new OutboxSweep(mongo, owner, properties.sweepAge(), clock);
        this.toSend = new LinkedBlockingQueue<>(properties.queue());
        this.delivered = Counter.builder("townhall.outbox.delivered")
                .description("Events the broker acknowledged")
                .register(meters);
        this.leftToSweep = Counter.builder("townhall.outbox.left.to.sweep")
                .description("Documents the relay's queue had no room for")
                .register(meters);
        this.missed = Counter.builder("townhall.announcements.missed")
                .description("Events that may be missed, and were: no broker took them, or the queue had no room")
                .register(meters);
        meters.gauge("townhall.outbox.queue", toSend, BlockingQueue::size);
    }

    private sealed interface Outgoing {}

    /** What may be missed: it stands in no document. */
    private record Announcement(OutboxEntry entry) implements Outgoing {}

    /** A document whose events, up to that version, are to be delivered. */
    private record Delivery(String collection, String id, long version, List<OutboxEntry> entries) implements Outgoing {

        List<String> eventIds() {
            return entries.stream().map(OutboxEntry::id).toList();
        }

        OutboxClearing.Sent sent() {
            return new OutboxClearing.Sent(collection, id, version, eventIds());
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
        if (entries.isEmpty()) {
            return;
        }
        Delivery delivery = new Delivery(collection, id, version, entries);
        queued.addAll(delivery.eventIds());
        if (!toSend.offer(delivery)) {
            queued.removeAll(delivery.eventIds());
            leftToSweep.increment();
        }
    }

    /** Never waits: what the queue has no room for is not announced. */
    void announce(OutboxEntry entry) {
        if (!toSend.offer(new Announcement(entry))) {
            missed.increment();
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
            } catch (Throwable e) {
                // Nothing is lost: what was not delivered or not cleared is still in its document.
                complain("The outbox relay goes on after: " + e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(AFTER_A_FAULT);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** An outage fails everything and again: one line speaks for many. */
    private void complain(String what) {
        Instant now = clock.instant();
        Instant last = lastComplaint.get();
        if (now.isBefore(last.plus(BETWEEN_COMPLAINTS)) || !lastComplaint.compareAndSet(last, now)) {
            return;
        }
        log.warn(what);
    }

    private interface InterruptibleStep {
        void run() throws InterruptedException;
    }

    private void sendNext() throws InterruptedException {
        switch (toSend.take()) {
            case Announcement(OutboxEntry entry) -> send(entry);
            case Delivery delivery -> send(delivery);
        }
    }

    private void send(OutboxEntry announced) {
        sender.send(announced).whenComplete((sent, failure) -> (failure == null ? delivered : missed).increment());
    }

    private void send(Delivery delivery) {
        CompletableFuture.allOf(sendAll(delivery)).whenComplete((sent, failure) -> {
            if (failure == null) {
                toClear.add(delivery.sent());
            } else {
                delivery.eventIds().forEach(inFlight::remove);
                complain("%s %s keeps its events for the sweep, as others may: %s"
                        .formatted(delivery.collection(), delivery.id(), failure));
            }
        });
    }

    private CompletableFuture<?>[] sendAll(Delivery delivery) {
        try {
            return delivery.entries().stream().map(this::sendOnce).toArray(CompletableFuture[]::new);
        } finally {
            queued.removeAll(delivery.eventIds());
        }
    }

    /** An event that is on its way already is not sent a second time, only waited for. */
    private CompletableFuture<?> sendOnce(OutboxEntry entry) {
        return inFlight.computeIfAbsent(entry.id(), id -> sender.send(entry));
    }

    private void clearDelivered() throws InterruptedException {
        List<OutboxClearing.Sent> batch = new ArrayList<>();
        batch.add(toClear.take());
        try {
            if (toClear.size() < BATCH) {
                // Nobody waits for this, and what gathers is cleared in one go.
                Thread.sleep(properties.clearInterval());
            }
            toClear.drainTo(batch, BATCH - 1);
            clearing.clear(batch);
            delivered.increment(
                    batch.stream().mapToInt(sent -> sent.eventIds().size()).sum());
        } finally {
            batch.forEach(sent -> sent.eventIds().forEach(inFlight::remove));
        }
    }

    /** A batch of each collection in turn, and again at once while any was full. */
    private void sweepThenPause() throws InterruptedException {
        boolean more = false;
        for (String collection : collections) {
            more |= sweep(collection);
            while (toClear.size() > properties.queue()) {
                Thread.sleep(properties.clearInterval());
            }
        }
        if (!more) {
            Thread.sleep(properties.sweepInterval());
        }
    }

    /** @return whether there may be more, which the next call goes on with */
    private boolean sweep(String collection) throws InterruptedException {
        OutboxSweep.Taken taken = sweep.next(collection, newLease(), this::isOnItsWay);
        for (Document document : taken.documents()) {
            String id = document.getString(OutboxFields.ID);
            long version = document.get(OutboxFields.VERSION, Number.class).longValue();
            List<OutboxEntry> entries = OutboxEntry.of(document);
            if (entries.isEmpty()) {
                // All was pulled by id, which leaves the marks behind.
                toClear.add(new OutboxClearing.Sent(collection, id, version, List.of()));
            } else {
                put(new Delivery(collection, id, version, entries));
            }
        }
        return taken.more();
    }

    private void put(Delivery delivery) throws InterruptedException {
        queued.addAll(delivery.eventIds());
        try {
            toSend.put(delivery);
        } catch (InterruptedException e) {
            queued.removeAll(delivery.eventIds());
            throw e;
        }
    }

    private boolean isOnItsWay(Document document) {
        List<Document> entries = document.getList(OutboxFields.OUTBOX, Document.class, List.of());
        return !entries.isEmpty() && entries.stream().allMatch(entry -> isOnItsWay(entry.getString("id")));
    }

    /** Asked in the order in which an event passes through both, so that it is never between them. */
    private boolean isOnItsWay(String eventId) {
        return queued.contains(eventId) || inFlight.containsKey(eventId);
    }
}
