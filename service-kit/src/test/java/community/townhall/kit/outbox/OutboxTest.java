/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import community.townhall.events.Event;
import community.townhall.events.content.TopicChanged;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.EventJson;
import community.townhall.kit.test.EmbeddedServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** An aggregate and its undelivered events are one document, and no event is lost whenever the relay is cut off. */
@Tag("database")
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final OutboxProperties QUICK = new OutboxProperties(
            5, Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofMillis(100), 100, Duration.ZERO);

    @org.springframework.data.mongodb.core.mapping.Document("things")
    record Thing(
            @Id String id,
            long version,
            String name,
            @Nullable String note) implements Versioned {

        Thing called(String newName) {
            return new Thing(id, version, newName, note);
        }
    }

    record Renamed(Thing thing) {}

    private final AtomicInteger deliveryCommands = new AtomicInteger();
    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(countingSettings()), "outbox-" + Ids.next());
    private final Broker broker = new Broker();
    private final List<Relay> relays = new ArrayList<>();
    private final String id = Ids.next();
    private Relay relay = newRelay();
    private Aggregates<Thing, Renamed> things = aggregates(relay);

    /** A broker that can be told to refuse, or to store without answering. */
    private static final class Broker implements EventSender {

        final List<OutboxEntry> received = Collections.synchronizedList(new ArrayList<>());
        volatile boolean down;
        volatile boolean silent;
        volatile Semaphore room = new Semaphore(Integer.MAX_VALUE);

        @Override
        public CompletableFuture<?> send(OutboxEntry entry) {
            room.acquireUninterruptibly();
            if (down) {
                return CompletableFuture.failedFuture(new IllegalStateException("The broker is down"));
            }
            received.add(entry);
            return silent ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
        }

        List<Long> versions() {
            return List.copyOf(received).stream()
                    .map(OutboxEntry::entityVersion)
                    .toList();
        }
    }

    /** The server under test. */
    String mongoUri() {
        return EmbeddedServers.mongo();
    }

    /** Counts what the relay sends: all but the questions of the test itself. */
    private MongoClientSettings countingSettings() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongoUri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (!event.getCommandName().equals("aggregate")) {
                            deliveryCommands.incrementAndGet();
                        }
                    }
                })
                .build();
    }

    @BeforeEach
    void start() {
        relay.start();
    }

    @AfterEach
    void stop() {
        relays.forEach(Relay::stop);
        mongo.getDb().drop();
    }

    @Test
    void an_inserted_aggregate_delivers_its_events_and_forgets_them() {
        things.insert(new Thing(id, 1, "first", null), renamed("first"), NOW);

        await().until(() -> broker.versions().equals(List.of(1L)));
        await().untilAsserted(() -> assertThat(stored()).doesNotContainKeys("outbox", "outboxSince", "outboxLease"));
        OutboxEntry sent = broker.received.getFirst();
        assertThat(sent.type()).isEqualTo("content.topic.changed.v1");
        assertThat(sent.time()).isEqualTo(NOW);
        assertThat(sent.body()).contains("first");
    }

    @Test
    void changes_count_the_version_and_keep_their_order() {
        things.insert(new Thing(id, 1, "first", "a note"), renamed("first"), NOW);
        for (int change = 2; change <= 20; change++) {
            Thing thing = things.find(id).orElseThrow();
            assertThat(thing.version()).isEqualTo(change - 1);
            things.update(thing.called("name " + change), renamed("name " + change), NOW);
        }

        await().until(() -> broker.versions().contains(20L));
        assertThat(broker.versions().stream().distinct()).isSorted().hasSize(20);
        await().untilAsserted(() -> assertThat(stored()).doesNotContainKeys("outbox", "outboxSince", "outboxLease"));
    }

    @Test
    void a_field_that_became_absent_is_absent_in_the_store() {
        things.insert(new Thing(id, 1, "first", "a note"), List.of(), NOW);

        things.update(new Thing(id, 1, "first", null), List.of(), NOW);

        assertThat(stored()).doesNotContainKey("note").containsEntry("version", 2L);
    }

    @Test
    void a_stale_change_writes_nothing() {
        things.insert(new Thing(id, 1, "first", null), List.of(), NOW);
        things.update(new Thing(id, 1, "second", null), List.of(), NOW);

        assertThatThrownBy(() -> things.update(new Thing(id, 1, "late", null), renamed("late"), NOW))
                .isInstanceOf(StaleVersionException.class);

        assertThat(stored()).containsEntry("name", "second").containsEntry("version", 2L);
        assertThat(broker.received).isEmpty();
    }

    @Test
    void a_second_insert_of_the_same_id_writes_nothing() {
        things.insert(new Thing(id, 1, "first", null), List.of(), NOW);

        assertThatThrownBy(() -> things.insert(new Thing(id, 1, "again", null), renamed("again"), NOW))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(stored()).containsEntry("name", "first");
        assertThat(broker.received).isEmpty();
    }

    @Test
    void what_was_decided_is_stored_unless_another_was_quicker_whether_it_was_there_before_or_not() {
        things.write(0, version -> new Thing(id, version, "first", null), renamed("first"), NOW);
        assertThatThrownBy(() -> things.write(0, version -> new Thing(id, version, "late", null), renamed("late"), NOW))
                .isInstanceOf(StaleVersionException.class);
        things.write(1, version -> new Thing(id, version, "second", null), renamed("second"), NOW);
        assertThatThrownBy(() -> things.write(1, version -> new Thing(id, version, "late", null), renamed("late"), NOW))
                .isInstanceOf(StaleVersionException.class);

        assertThat(things.find(id)).contains(new Thing(id, 2, "second", null));
    }

    @Test
    void events_wait_while_the_broker_is_down_and_arrive_in_order_when_it_is_back() {
        broker.down = true;
        things.insert(new Thing(id, 1, "first", null), renamed("first"), NOW);
        things.update(new Thing(id, 1, "second", null), renamed("second"), NOW);
        assertThat(outboxes().pending()).isEqualTo(1);

        broker.down = false;

        await().until(() -> broker.versions().equals(List.of(1L, 2L)));
        await().until(() -> outboxes().pending() == 0);
    }

    @Test
    void an_announcement_is_sent_at_once_and_missed_while_the_broker_is_down() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Relay counting = new Relay(mongo, broker, QUICK, Clock.systemUTC(), Ids.next(), meters);
        relays.add(counting);
        counting.start();
        Announcements announcements = new Announcements(new OutboxEntryFactory(new EventJson(), () -> null), counting);

        broker.down = true;
        announcements.announce(contract(renamed("missed").getFirst()), 1, NOW);
        await().until(() ->
                meters.get("townhall.announcements.missed").counter().count() == 1);
        broker.down = false;
        announcements.announce(contract(renamed("heard").getFirst()), 2, NOW);

        await().until(() -> meters.get("townhall.outbox.delivered").counter().count() == 1);
        assertThat(broker.received).singleElement().satisfies(sent -> {
            assertThat(sent.body()).contains("heard");
            assertThat(sent.time()).isEqualTo(NOW);
        });
    }

    @Test
    void an_outbox_over_its_capacity_refuses_changes_and_keeps_what_it_has() {
        broker.down = true;
        things.insert(new Thing(id, 1, "name 1", null), renamed("name 1"), NOW);
        for (int version = 1; version < QUICK.capacity(); version++) {
            things.update(new Thing(id, version, "name", null), renamed("name"), NOW);
        }

        assertThatThrownBy(() ->
                        things.update(new Thing(id, QUICK.capacity(), "too much", null), renamed("too much"), NOW))
                .isInstanceOf(OutboxFullException.class);

        assertThat(stored()).containsEntry("name", "name");
        broker.down = false;
        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.versions()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void what_a_relay_killed_after_the_send_left_behind_is_sent_again_by_another() {
        broker.silent = true; // stored by the broker, never acknowledged: as if killed before the acknowledgement
        things.insert(new Thing(id, 1, "first", null), renamed("first"), NOW);
        await().until(() -> broker.received.size() == 1);
        relay.stop();
        broker.silent = false;

        Relay successor = newRelay();
        aggregates(successor);
        successor.start();

        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.versions()).containsExactly(1L, 1L);
        assertThat(broker.received.stream().map(OutboxEntry::id).distinct())
                .as("one event, sent twice")
                .hasSize(1);
    }

    @Test
    void a_relay_stopped_before_it_cleared_what_it_sent_clears_it_when_it_is_started_again() {
        Relay gathering = newRelay(new OutboxProperties(
                5, QUICK.lease(), QUICK.sweepInterval(), QUICK.sweepAge(), QUICK.queue(), Duration.ofSeconds(1)));
        relay.stop();
        gathering.start();
        aggregates(gathering).insert(new Thing(id, 1, "first", null), renamed("first"), NOW);
        await().until(() -> broker.received.size() == 1);

        gathering.stop();
        assertThat(outboxes().pending()).isEqualTo(1);
        gathering.start();

        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.received.stream().map(OutboxEntry::id).distinct()).hasSize(1);
    }

    @Test
    void a_lease_that_ran_out_is_taken_over_while_its_holder_still_lives() {
        broker.silent = true;
        things.insert(new Thing(id, 1, "first", null), renamed("first"), NOW);
        await().until(() -> broker.received.size() == 1);
        broker.silent = false;

        Relay other = newRelay();
        aggregates(other);
        other.start(); // the first one stalls but has not been stopped

        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.received.stream().map(OutboxEntry::id).distinct()).hasSize(1);
    }

    @Test
    void an_event_added_while_the_former_is_cleared_is_not_cleared_with_it() {
        for (int round = 0; round < 50; round++) {
            String each = Ids.next();
            things.insert(new Thing(each, 1, "first", null), renamed("first"), NOW);
            things.update(new Thing(each, 1, "second", null), renamed("second"), NOW);
            things.update(new Thing(each, 2, "third", null), renamed("third"), NOW);
        }

        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.received.stream().map(OutboxEntry::id).distinct()).hasSize(150);
    }

    @Test
    void what_waits_for_a_busy_broker_is_not_taken_again_by_the_next_sweep() {
        relay.stop(); // nobody delivers
        for (int i = 0; i < 10; i++) {
            things.insert(new Thing(Ids.next(), 1, "left", null), renamed("left"), NOW);
        }
        mongo.updateMulti(new Query(), new Update().unset("outboxLease"), "things");
        Relay other = newRelay(new OutboxProperties(
                5, Duration.ofSeconds(60), Duration.ofMillis(10), Duration.ZERO, 1_000, Duration.ZERO));
        Aggregates<Thing, Renamed> others = aggregates(other);
        broker.room = new Semaphore(0);
        deliveryCommands.set(0);

        other.start();
        await().until(() -> deliveryCommands.get() >= 8); // the first sweep sends three, each later one a question
        broker.room.release(9); // what was taken twice would come after the tenth
        await().until(() -> outboxes().pending() == 1);
        broker.room.release(100);
        others.insert(new Thing(id, 1, "last", null), renamed("last"), NOW);

        await().until(() -> outboxes().pending() == 0);
        assertThat(broker.received).hasSize(11);
    }

    @Test
    void a_backlog_is_drained_batch_after_batch_by_few_commands_whatever_else_waits() {
        relay.stop(); // nobody delivers
        for (int i = 0; i < 5_000; i++) {
            things.insert(new Thing(Ids.next(), 1, "left", null), renamed("left"), NOW);
        }
        Relay other = newRelay(new OutboxProperties(
                5, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ZERO, 1_000, Duration.ofMillis(20)));
        mongo.updateMulti(
                new Query(), new Update().unset("outboxLease"), "things"); // what a crash leaves behind, leases over
        aggregates(other);
        deliveryCommands.set(0);

        other.start();

        await().atMost(Duration.ofSeconds(50)).until(() -> outboxes().pending() == 0);
        assertThat(broker.received).hasSize(5_000);
        assertThat(broker.received.stream().map(OutboxEntry::id).distinct()).hasSize(5_000);
        assertThat(deliveryCommands.get())
                .as("three to take over 500, and few to clear them")
                .isLessThan(150);
    }

    private List<Renamed> renamed(String name) {
        return List.of(new Renamed(new Thing(id, 1, name, null)));
    }

    private Document stored() {
        return java.util.Objects.requireNonNull(
                mongo.getCollection("things").find(new Document("_id", id)).first());
    }

    private Outboxes outboxes() {
        return new Outboxes(mongo, relay, Clock.systemUTC());
    }

    private Relay newRelay() {
        return newRelay(QUICK);
    }

    private Relay newRelay(OutboxProperties properties) {
        Relay created = new Relay(mongo, broker, properties, Clock.systemUTC(), Ids.next(), new SimpleMeterRegistry());
        relays.add(created);
        return created;
    }

    private Aggregates<Thing, Renamed> aggregates(Relay by) {
        OutboxEntryFactory entries = new OutboxEntryFactory(new EventJson(), () -> null);
        return new AggregatesFactory(mongo, entries, by, QUICK, Clock.systemUTC())
                .of(Thing.class, (renamed, version) -> contract(renamed));
    }

    private static Event contract(Renamed renamed) {
        return new TopicChanged(renamed.thing().id(), renamed.thing().name(), "", false);
    }
}
