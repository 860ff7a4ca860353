/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.EventCatalogue;
import community.townhall.events.Topic;
import community.townhall.kit.id.Ids;
import community.townhall.kit.messaging.ConsumerLag;
import community.townhall.kit.messaging.DeadLetter;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.messaging.SecondInstance;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.Outboxes;
import community.townhall.kit.test.GoldenEvents.Sent;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What every service's consumers and outbox must stand, whatever they do with events. A service passes it by a test class
 * of its own that extends this one and carries {@link ServiceTest}.
 *
 * <p>The events are the golden samples of the contract: for each type that one of its consumers handles, a change of the
 * same few aggregates.
 */
public abstract class ServiceContract extends RequestContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    @Autowired
    private ObjectProvider<EventConsumer> consumers;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ConsumerLag lag;

    @Autowired
    private Outboxes outboxes;

    @Autowired
    private AggregatesFactory aggregates;

    @Autowired
    private MeterRegistry meters;

    @LocalManagementPort
    private int managementPort;

    /** What the names of its consumer groups begin with. */
    @Value("${spring.application.name}")
    private String application;

    private boolean disturbed;

    @AfterEach
    void everythingIsBack() {
        EmbeddedServers.mongoProxy().mend();
        EmbeddedServers.kafkaProxy().ifPresent(CuttableProxy::mend);
        if (disturbed) {
            settle();
        }
    }

    @Test
    void delivered_again_and_in_reverse_every_event_leaves_everything_as_it_was() {
        long before = laidAside();
        List<Sent> sent = goldenEvents();
        sent.forEach(this::send);
        settle();
        Map<String, Document> once = everythingStored();

        sent.forEach(this::send);
        sent.reversed().forEach(this::send);
        settle();

        assertThat(everythingStored()).isEqualTo(once);
        assertThat(laidAside()).isEqualTo(before);
    }

    @Test
    void what_first_comes_in_any_order_stands_as_it_does_when_all_comes_again_in_its_own() {
        long before = laidAside();
        List<Sent> sent = GoldenEvents.ofMany(20, consumers.stream().toList());
        List<Sent> shuffled = new ArrayList<>(sent);
        long seed = System.nanoTime();
        Collections.shuffle(shuffled, new Random(seed));
        sendAll(shuffled);

        allAgainChangesNothing(sent, "shuffled by " + seed);
        assertThat(laidAside()).as("shuffled by " + seed).isEqualTo(before);
    }

    @Test
    void while_a_second_instance_comes_and_goes_nothing_is_lost_and_nothing_happens_twice() {
        long before = laidAside();
        List<Sent> sent = GoldenEvents.ofMany(40, consumers.stream().toList());
        int third = sent.size() / 3;
        sendAll(sent.subList(0, third));
        try (SecondInstance second = new SecondInstance(context)) {
            sendAll(sent.subList(third, 2 * third));
            List<Sent> some = IntStream.range(0, 2 * third)
                    .filter(each -> each % 10 == 0)
                    .mapToObj(sent::get)
                    .toList();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
                sendAll(some); // again, so that it finds something to read
                return second.takesPart();
            });
            sendAll(sent.subList(third, 2 * third));
        }
        sendAll(sent.subList(2 * third, sent.size()));

        allAgainChangesNothing(sent, "two instances");
        assertThat(laidAside()).isEqualTo(before);
    }

    /** Had one been lost, it would have its effect now. */
    private void allAgainChangesNothing(List<Sent> sent, String after) {
        settle();
        Map<String, Document> once = everythingStored();
        sendAll(sent);
        settle();
        assertThat(everythingStored()).as(after).isEqualTo(once);
    }

    @Test
    void a_poison_message_is_laid_aside_by_each_consumer_and_does_not_stop_the_others() {
        String poison = "poison " + Ids.next();
        for (Topic topic : topics()) {
            new TestEvents(kafka).sendGarbage(topic, Ids.next(), poison);
        }
        settle();

        for (EventConsumer consumer : deadLetters.consumers()) {
            List<DeadLetter> letters = deadLetters.list(consumer, 500);
            assertThat(letters.stream().filter(letter -> letter.body().equals(poison)))
                    .as(consumer.name())
                    .hasSize(consumer.topics().size())
                    .allSatisfy(letter -> assertThat(letter.reason()).startsWith("Not a CloudEvent"));
        }
        goldenEvents().forEach(this::send);
        settle();
    }

    @Test
    void letters_redriven_after_newer_events_change_nothing() {
        List<Sent> older = goldenEvents();
        older.forEach(this::send);
        goldenEvents(1_000).forEach(this::send);
        settle();
        Map<String, Document> before = everythingStored();

        for (EventConsumer consumer : deadLetters.consumers()) {
            List<Sent> letters = older.stream()
                    .filter(sent ->
                            consumer.handles(EventCatalogue.typeOf(sent.event().getClass())))
                    .toList();
            letters.forEach(letter -> new TestEvents(kafka)
                    .layAside(application + "." + consumer.name(), letter.id(), letter.event(), letter.version(), AT));
            assertThat(deadLetters.redrive(consumer))
                    .as(consumer.name())
                    .hasValueSatisfying(
                            redriven -> assertThat(redriven.processed()).isEqualTo(letters.size()));
        }

        settle();
        assertThat(everythingStored()).isEqualTo(before);
    }

    @Test
    void an_event_of_an_unknown_type_is_passed_over() {
        long before = laidAside();
        for (Topic topic : topics()) {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            new TestEvents(kafka)
                    .sendRaw(topic, "any", topic.owner() + ".thing.sneezed.v9", Ids.next(), "any", 1, AT, body);
        }
        settle();

        assertThat(laidAside()).isEqualTo(before);
    }

    @Test
    void events_that_come_while_mongo_is_away_take_effect_when_it_is_back() {
        goldenEvents().forEach(this::send);
        settle();
        long before = laidAside();

        EmbeddedServers.mongoProxy().cut();
        awaitReadiness("DOWN");
        List<Sent> missed = goldenEvents(1_000);
        missed.forEach(this::send);
        EmbeddedServers.mongoProxy().mend();

        awaitReadiness("UP");
        settle();
        Map<String, Document> after = everythingStored();
        assertThat(laidAside()).as("an outage is waited out").isEqualTo(before);
        missed.forEach(this::send);
        settle();
        assertThat(everythingStored()).as("their effect stood already").isEqualTo(after);
    }

    @Test
    void what_is_written_while_kafka_is_away_is_delivered_when_it_is_back() {
        long before = laidAside();

        kafkaProxy().cut();
        List<Document> written =
                Stream.generate(() -> probes().insert(AT)).limit(5).toList();
        kafkaProxy().mend();

        settle();
        assertThat(probes().deliveries())
                .extracting(SentEvent::id)
                .containsAll(written.stream().map(Probes::eventOf).toList());
        assertThat(written)
                .allSatisfy(probe -> assertThat(probes().stored(probe.getString("_id")))
                        .doesNotContainKeys("outbox", "outboxSince", "outboxLease"));
        goldenEvents(2_000).forEach(this::send);
        settle();
        assertThat(laidAside()).as("consumers read on").isEqualTo(before);
    }

    @Test
    void what_a_relay_sent_before_it_was_killed_is_sent_again_and_changes_nothing() {
        Document probe = insertedButNotDelivered();
        settle();
        Map<String, Document> before = everythingStored();

        probes().leave(probe, Instant.now().minusSeconds(1));

        settle();
        assertThat(probes().deliveriesOf(probe)).hasSize(2);
        assertThat(everythingStored()).isEqualTo(before);
    }

    @Test
    void a_stalled_relays_lease_is_kept_until_it_runs_out_and_what_it_still_does_changes_nothing() {
        Document probe = insertedButNotDelivered();
        settle();
        Map<String, Document> before = everythingStored();
        Instant leased = Instant.now().plusSeconds(3);

        probes().leave(probe, leased);
        settle();

        List<SentEvent> deliveries = probes().deliveriesOf(probe);
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.getLast().sentAt()).isAfterOrEqualTo(leased);
        new TestEvents(kafka).resend(Probes.eventOf(probe), GoldenEvents.of(GoldenEvents.typeOf(service)), 1, AT);
        probes().pull(probe);
        settle();
        assertThat(everythingStored()).isEqualTo(before);
    }

    private List<Topic> topics() {
        return deadLetters.consumers().stream()
                .flatMap(consumer -> consumer.topics().stream())
                .distinct()
                .toList();
    }

    private List<Sent> goldenEvents() {
        return goldenEvents(0);
    }

    /** @param after the version that the first of them comes after */
    private List<Sent> goldenEvents(long after) {
        return GoldenEvents.handledBy(consumers.stream().toList(), after);
    }

    private Probes probes() {
        disturbed = true;
        return new Probes(aggregates, mongo, GoldenEvents.typeOf(service));
    }

    /** As its writer stored it, delivered by now all the same. */
    private Document insertedButNotDelivered() {
        kafkaProxy().cut();
        Document probe = probes().insert(AT);
        kafkaProxy().mend();
        return probe;
    }

    private CuttableProxy kafkaProxy() {
        disturbed = true;
        return EmbeddedServers.kafkaProxy()
                .orElseGet(() -> Assumptions.abort("A broker that was given cannot be taken away"));
    }

    private void sendAll(List<Sent> many) {
        disturbed = true;
        TestEvents events = new TestEvents(kafka);
        many.stream()
                .map(sent -> events.begin(sent.id(), sent.event(), sent.version(), AT))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void send(Sent sent) {
        disturbed = true;
        new TestEvents(kafka).resend(sent.id(), sent.event(), sent.version(), AT);
    }

    /** Until nothing is left to read and nothing to deliver, twice in a row: an event may be between the two. */
    private void settle() {
        int[] quiet = {0};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(150)).until(() -> {
            long left =
                    lag.all().stream().mapToLong(ConsumerLag.OfConsumer::lag).sum() + outboxes.pending() + undoneJobs();
            quiet[0] = left == 0 ? quiet[0] + 1 : 0;
            return quiet[0] == 3;
        });
    }

    private long undoneJobs() {
        return Math.round(meters.get("townhall.jobs.undone").gauge().value());
    }

    /** What the readiness probe says: its status and why. */
    protected final String readiness() {
        byte[] body = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private void awaitReadiness(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(readiness()).endsWith("\"status\":\"" + status + "\"}"));
    }

    /** How many letters there have ever been: asked for at once, where reading them would take a second a consumer. */
    private long laidAside() {
        Map<TopicPartition, OffsetSpec> ends = deadLetters.consumers().stream()
                .flatMap(consumer -> consumer.topics().stream()
                        .map(topic -> topic.deadLetterTopicOf(application + "." + consumer.name())))
                .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> OffsetSpec.latest()));
        try {
            return context.getBean(Admin.class).listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Document> everythingStored() {
        Map<String, Document> stored = new TreeMap<>();
        Set<String> collections = new TreeSet<>(mongo.getCollectionNames());
        collections.remove("deadLetterMarks");
        for (String collection : collections) {
            for (Document document : mongo.getCollection(collection).find()) {
                stored.put(collection + "/" + document.get("_id"), document);
            }
        }
        return stored;
    }
}
