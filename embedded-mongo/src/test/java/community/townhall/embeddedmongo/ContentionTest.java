/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import community.townhall.embeddedmongo.test.TestMongo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where many want the same at once, one has it, and the others are told as MongoDB tells them. */
@Tag("database")
class ContentionTest {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 25;
    private static final String WON = "won";
    private static final String DUPLICATE = "E11000";
    private static final String NONE = "matched none";

    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestMongo.uri());
        client.getDatabase("contention").drop();
        things = client.getDatabase("contention").getCollection("things");
        things.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** What each client comes to, all of them having begun at the same moment. */
    private static <T> List<T> atOnce(IntFunction<T> attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> attempts = IntStream.range(0, CLIENTS)
                    .mapToObj(number -> (Callable<T>) () -> {
                        start.await();
                        return attempt.apply(number);
                    })
                    .toList();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : clients.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private static String outcome(Runnable write) {
        try {
            write.run();
            return WON;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return e.getError().getMessage().contains(DUPLICATE)
                    ? DUPLICATE
                    : e.getError().getMessage();
        } catch (MongoCommandException e) {
            return e.getErrorCode() == 11000 ? DUPLICATE : e.getErrorMessage();
        }
    }

    private static void assertOneWins(List<String> outcomes, String others) {
        assertThat(outcomes).containsOnlyOnce(WON).allMatch(outcome -> outcome.equals(WON) || outcome.equals(others));
    }

    @Test
    void oneInsertOfAUniqueKeyWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key" + round;
            assertOneWins(
                    atOnce(number -> outcome(
                            () -> things.insertOne(new Document("_id", key + "-" + number).append("key", key)))),
                    DUPLICATE);
        }
        assertThat(things.countDocuments()).isEqualTo(ROUNDS);
        assertThat(things.find(eq("key", "key0"))).hasSize(1);
    }

    @Test
    void oneInsertOfAnIdWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int id = round;
            assertOneWins(
                    atOnce(number -> outcome(() -> things.insertOne(new Document("_id", id).append("by", number)))),
                    DUPLICATE);
        }
        assertThat(things.countDocuments()).isEqualTo(ROUNDS);
    }

    @Test
    void oneUpdateToAUniqueKeyWins() throws Exception {
        for (int number = 0; number < CLIENTS; number++) {
            things.insertOne(new Document("_id", number));
        }
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key" + round;
            assertOneWins(atOnce(number -> outcome(() -> things.updateOne(eq(number), set("key", key)))), DUPLICATE);
            assertThat(things.find(eq("key", key))).hasSize(1);
        }
    }

    /** A view that takes only what is newer: a late write finds the document, but not as old as it must be. */
    @Test
    void oneUpsertGuardedByAVersionWins() throws Exception {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        for (int version = 1; version <= ROUNDS; version++) {
            int newer = version;
            assertOneWins(
                    atOnce(number -> outcome(() -> things.updateOne(
                            and(eq("view"), lt("version", newer)),
                            combine(set("version", newer), set("by", number)),
                            upsert))),
                    DUPLICATE);
        }
        assertThat(things.find())
                .singleElement()
                .satisfies(view -> assertThat(view.getInteger("version")).isEqualTo(ROUNDS));
    }

    @Test
    void oneFindAndModifyThatUpsertsGuardedByAVersionWins() throws Exception {
        FindOneAndUpdateOptions upsert =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        for (int version = 1; version <= ROUNDS; version++) {
            int newer = version;
            assertOneWins(
                    atOnce(number -> outcome(() -> things.findOneAndUpdate(
                            and(eq("view"), lt("version", newer)), set("version", newer), upsert))),
                    DUPLICATE);
        }
        assertThat(things.countDocuments()).isOne();
    }

    /** An upsert of a key alone has no reason to fail: who comes second updates. */
    @Test
    void upsertsOfAKeyAreAllCounted() throws Exception {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        for (int round = 0; round < ROUNDS; round++) {
            String key = "key" + round;
            assertThat(atOnce(_ -> outcome(() -> things.updateOne(eq("key", key), inc("n", 1), upsert))))
                    .containsOnly(WON);
        }
        assertThat(things.find()).hasSize(ROUNDS).allMatch(thing -> thing.getInteger("n") == CLIENTS);
    }

    @Test
    void oneUpdateOfAVersionWins() throws Exception {
        things.insertOne(new Document("_id", 1).append("version", 0));
        for (int round = 0; round < ROUNDS; round++) {
            int version = round;
            assertOneWins(
                    atOnce(number -> things.updateOne(
                                                    and(eq(1), eq("version", version)),
                                                    combine(set("by", number), inc("version", 1)))
                                            .getMatchedCount()
                                    == 1
                            ? WON
                            : NONE),
                    NONE);
        }
        assertThat(things.find().first()).containsEntry("version", ROUNDS);
    }

    @Test
    void noIncrementIsLost() throws Exception {
        things.insertOne(new Document("_id", 1).append("n", 0));
        atOnce(_ -> {
            for (int round = 0; round < ROUNDS; round++) {
                things.updateOne(eq(1), inc("n", 1));
            }
            return WON;
        });
        assertThat(things.find().first()).containsEntry("n", CLIENTS * ROUNDS);
    }

    @Test
    void aLeaseIsGivenOnce() throws Exception {
        int tasks = CLIENTS * 5;
        things.createIndex(Indexes.ascending("due"));
        for (int task = 0; task < tasks; task++) {
            things.insertOne(new Document("_id", task).append("due", task % 7));
        }
        FindOneAndUpdateOptions oldest =
                new FindOneAndUpdateOptions().sort(Sorts.ascending("due")).returnDocument(ReturnDocument.AFTER);
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        List<Integer> turns = atOnce(number -> {
            int turn = 0;
            Document task =
                    things.findOneAndUpdate(lte("due", 10), combine(set("due", 100), set("by", number)), oldest);
            for (; task != null; turn++) {
                assertThat(task).containsEntry("by", number);
                taken.add(task.getInteger("_id"));
                task = things.findOneAndUpdate(lte("due", 10), combine(set("due", 100), set("by", number)), oldest);
            }
            return turn;
        });
        assertThat(taken).doesNotHaveDuplicates().hasSize(tasks);
        assertThat(turns.stream().mapToInt(Integer::intValue).sum()).isEqualTo(tasks);
    }

    @Test
    void whatIsTakenAwayIsHandedToOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int id = round;
            things.insertOne(new Document("_id", id));
            assertOneWins(atOnce(_ -> things.findOneAndDelete(eq(id)) != null ? WON : NONE), NONE);
        }
        assertThat(things.countDocuments()).isZero();
    }

    @Test
    void ofManyInsertedByManyEachIsThereOnce() throws Exception {
        List<Document> same = IntStream.range(0, 40)
                .mapToObj(number -> new Document("key", "key" + number))
                .toList();
        List<Integer> inserted = atOnce(number -> {
            List<Document> own = same.stream()
                    .map(document -> new Document(document).append("by", number))
                    .toList();
            try {
                return things.insertMany(own, new InsertManyOptions().ordered(false))
                        .getInsertedIds()
                        .size();
            } catch (MongoBulkWriteException e) {
                assertThat(e.getWriteErrors())
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                        .hasSize(same.size() - e.getWriteResult().getInsertedCount());
                return e.getWriteResult().getInsertedCount();
            }
        });
        assertThat(inserted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(same.size());
        assertThat(things.countDocuments()).isEqualTo(same.size());
    }

    @Test
    void whatIsAskedOfACollectionWhileItIsDroppedIsAnsweredAsBeforeOrAfter() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            things.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
            things.insertOne(new Document("_id", "first").append("key", "first"));
            List<Integer> found = atOnce(number -> {
                switch (number % 4) {
                    case 0 -> things.drop();
                    case 1 ->
                        things.updateOne(
                                eq("_id", "other" + number), set("seen", true), new UpdateOptions().upsert(true));
                    case 2 -> things.insertOne(new Document("key", "key" + number));
                    default -> {}
                }
                return things.find(eq("key", "first")).into(new ArrayList<>()).size();
            });
            assertThat(found).allMatch(each -> each <= 1);
            things.drop();
        }
    }
}
