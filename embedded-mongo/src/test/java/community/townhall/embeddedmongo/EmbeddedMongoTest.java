/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services and their driver ask of the server, beside the queries. */
class EmbeddedMongoTest {

    @TempDir
    Path folder;

    private EmbeddedMongo server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() throws StoreException {
        server = EmbeddedMongo.start(0, folder, 4, _ -> {});
        client = MongoClients.create(server.uri());
        database = client.getDatabase("test");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void restart() throws StoreException {
        stop();
        start();
    }

    @Test
    void answersWhatHealthChecksAsk() {
        database.getCollection("things").insertOne(new Document("_id", 1));
        for (String name : client.listDatabaseNames()) {
            Document hello = client.getDatabase(name).runCommand(new Document("hello", 1));
            assertThat(hello).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0);
            assertThat(hello.getInteger("maxWireVersion")).isGreaterThanOrEqualTo(8);
        }
        assertThat(database.runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
        assertThat(database.runCommand(new Document("buildInfo", 1))).containsKey("version");
        assertThat(database.runCommand(new Document("collStats", "things")).getInteger("size"))
                .isPositive();
    }

    @Test
    void uniqueKeysAreUniqueWithinTheirCollection() {
        MongoCollection<Document> entries = database.getCollection("entries");
        entries.createIndex(Indexes.ascending("account", "seq"), new IndexOptions().unique(true));
        entries.insertOne(new Document("_id", 1).append("account", "a").append("seq", 1));
        entries.insertOne(new Document("_id", 2).append("account", "a").append("seq", 2));
        Document taken = new Document("_id", 3).append("account", "a").append("seq", 2);
        assertThatThrownBy(() -> entries.insertOne(taken))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> entries.updateOne(Filters.eq(1), Updates.set("seq", 2)))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> entries.insertOne(new Document("_id", 1))).hasMessageContaining("E11000");
        assertThat(entries.find(Filters.eq("account", "a"))
                        .sort(Sorts.descending("seq"))
                        .first())
                .containsEntry("_id", 2);
        database.getCollection("others").insertOne(taken);
    }

    @Test
    void aLongListOfIdsFindsEachOfThemOnceAndNothingElse() {
        MongoCollection<Document> things = database.getCollection("things");
        things.insertMany(IntStream.range(0, 2_000)
                .mapToObj(i -> new Document("_id", "t" + i).append("even", i % 2 == 0))
                .toList());
        things.insertOne(new Document("_id", 7));
        List<Object> asked = new ArrayList<>(
                IntStream.range(500, 1_500).mapToObj(i -> "t" + i).toList());
        asked.addAll(List.of("t500", "absent", 7L));

        assertThat(things.find(Filters.in("_id", asked)).map(found -> found.get("_id")))
                .hasSize(1_001)
                .doesNotHaveDuplicates()
                .contains("t500", "t1499", 7)
                .doesNotContain("t499", "t1500");
        assertThat(things.find(Filters.and(Filters.in("_id", asked), Filters.eq("even", true))))
                .hasSize(500);
        assertThat(things.countDocuments(Filters.in("_id", asked))).isEqualTo(1_001);
        assertThat(things.find(Filters.gt("_id", 6))).hasSize(1); // of the same type alone
    }

    @Test
    void anIndexThatCannotBeBuiltIsNotThere() {
        MongoCollection<Document> things = database.getCollection("things");
        things.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(things.listIndexes()).hasSize(1);
        things.createIndex(Indexes.ascending("a"));
        assertThat(things.countDocuments(Filters.eq("a", 1))).isEqualTo(2);
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)))
                .hasMessageContaining("a_1");
    }

    @Test
    void anIndexDoesNotBeginToExpireWhatItHas() {
        MongoCollection<Document> things = database.getCollection("things");
        IndexOptions aMinute = new IndexOptions().expireAfter(60L, TimeUnit.SECONDS);
        things.createIndex(Indexes.ascending("a"));
        things.createIndex(Indexes.ascending("b"), aMinute);
        things.createIndex(Indexes.ascending("b"), aMinute);

        for (String field : List.of("a", "b")) {
            assertThatThrownBy(() -> things.createIndex(
                            Indexes.ascending(field), new IndexOptions().expireAfter(61L, TimeUnit.SECONDS)))
                    .hasMessageContaining("IndexOptionsConflict");
        }
        assertThat(things.listIndexes()).hasSize(3);
        database.drop();
        assertThat(database.listCollectionNames()).isEmpty();
    }

    @Test
    void whatIsDroppedIsGoneAndOnlyThat() throws StoreException {
        MongoCollection<Document> first = database.getCollection("first");
        MongoCollection<Document> second = database.getCollection("second");
        for (MongoCollection<Document> collection : List.of(first, second)) {
            collection.createIndex(Indexes.ascending("a"));
            collection.insertOne(new Document("a", 1));
        }
        first.dropIndexes();
        assertThat(first.listIndexes()).hasSize(1);
        assertThat(second.listIndexes()).hasSize(2);
        second.drop();
        client.getDatabase("test2").getCollection("kept").insertOne(new Document("a", 1));
        restart();
        assertThat(database.listCollectionNames()).containsExactly("first");
        database.drop();
        restart();
        assertThat(database.listCollectionNames()).isEmpty();
        assertThat(client.getDatabase("test2").getCollection("kept").countDocuments())
                .isEqualTo(1);
        database.getCollection("second").insertOne(new Document("a", 2));
        assertThat(database.getCollection("second").countDocuments(Filters.eq("a", 1)))
                .isZero();
    }

    @Test
    void anAggregateMayReplaceACollection() throws StoreException {
        MongoCollection<Document> votes = database.getCollection("votes");
        votes.insertMany(List.of(new Document("post", "p").append("n", 1), new Document("post", "p").append("n", 2)));
        votes.aggregate(List.of(Aggregates.group("$post", Accumulators.sum("n", "$n")), Aggregates.out("totals")))
                .toCollection();
        restart();
        assertThat(database.getCollection("totals").find()).containsExactly(new Document("_id", "p").append("n", 3));
    }

    @Test
    void whatIsOverByAnIndexGoes() throws StoreException {
        stop();
        Store store = Store.open(folder.resolve(EmbeddedMongo.FILE), 4, false, _ -> {});
        StoredBackend backend = new StoredBackend(store);
        de.bwaldvogel.mongo.MongoServer own = new de.bwaldvogel.mongo.MongoServer(backend);
        try (MongoClient mongo = MongoClients.create(own.bindAndGetConnectionString())) {
            MongoCollection<Document> sessions = mongo.getDatabase("test").getCollection("sessions");
            sessions.createIndex(new Document("at", 1), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
            Instant now = Instant.parse("2026-01-01T00:00:00Z");
            sessions.insertOne(new Document("_id", "old").append("at", now.minusSeconds(61)));
            sessions.insertOne(new Document("_id", "young").append("at", now.minusSeconds(59)));
            sessions.insertOne(new Document("_id", "timeless"));

            backend.expire(now);

            assertThat(sessions.distinct("_id", String.class).into(new ArrayList<>()))
                    .containsExactlyInAnyOrder("young", "timeless");
        } finally {
            own.shutdownNow();
        }
    }

    @Test
    void aLongAnswerComesInBatches() {
        MongoCollection<Document> things = database.getCollection("things");
        things.insertMany(
                IntStream.range(0, 3000).mapToObj(i -> new Document("_id", i)).toList());
        assertThat(things.find()
                        .sort(Sorts.descending("_id"))
                        .map(thing -> thing.getInteger("_id"))
                        .into(new ArrayList<>()))
                .hasSize(3000)
                .startsWith(2999)
                .endsWith(0);
    }

    @Test
    void writersOfOneDocumentDoNotLoseUpdates() throws Exception {
        MongoCollection<Document> things = database.getCollection("things");
        things.insertOne(new Document("_id", "counter").append("n", 0));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                writers.add(() -> things.updateOne(Filters.eq("counter"), Updates.inc("n", 1)));
            }
            threads.invokeAll(writers);
        }
        assertThat(things.find().first()).containsEntry("n", 200);
    }
}
