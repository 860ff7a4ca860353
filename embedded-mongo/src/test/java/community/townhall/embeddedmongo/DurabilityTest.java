/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server has answered outlives it, however it ends. */
class DurabilityTest {

    private static final int ROUNDS = 4;
    private static final int WRITERS = 6;
    private static final int WRITES_BEFORE_THE_KILL = 1500;

    @TempDir
    Path folder;

    /** What each document was last known to hold: the value acknowledged, and one that was sent and may have arrived. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Map<String, Integer> sent = new ConcurrentHashMap<>();

    @Test
    void everyAcknowledgedWriteSurvivesKill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildServer server = ChildServer.start(folder);
                    MongoClient client = MongoClients.create(server.uri())) {
                MongoCollection<Document> collection =
                        client.getDatabase("test").getCollection("counters");
                collection.createIndex(Indexes.ascending("writer", "value"));
                verify(collection);

                CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
                List<Thread> writers = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = "r" + round + "w" + writer;
                    writers.add(Thread.startVirtualThread(() -> write(collection, name, enough)));
                }
                enough.await();
                server.kill();
                for (Thread writer : writers) {
                    writer.join();
                }
            }
        }
        try (ChildServer server = ChildServer.start(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            verify(client.getDatabase("test").getCollection("counters"));
            server.process().destroy();
            assertThat(server.process().waitFor()).as("exit code after SIGTERM").isEqualTo(143);
        }
        try (ChildServer server = ChildServer.start(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            verify(client.getDatabase("test").getCollection("counters"));
        }
    }

    private void write(MongoCollection<Document> collection, String writer, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String id = writer + "-" + i / 3;
                int value = i % 3;
                sent.put(id, value);
                if (value == 0) {
                    collection.insertOne(new Document("_id", id)
                            .append("writer", writer)
                            .append("value", value)
                            .append("text", "x".repeat(1000)));
                } else {
                    collection.updateOne(Filters.eq(id), Updates.set("value", value));
                }
                acknowledged.put(id, value);
                enough.countDown();
            }
        } catch (MongoException e) {
            // The server was killed: this write may or may not have arrived.
        }
    }

    private void verify(MongoCollection<Document> collection) {
        Map<String, Document> found = new ConcurrentHashMap<>();
        collection.find().forEach(document -> found.put(document.getString("_id"), document));
        acknowledged.forEach((id, value) -> {
            assertThat(found).as("acknowledged").containsKey(id);
            Document stored = Objects.requireNonNull(found.get(id));
            assertThat(stored.getInteger("value")).as(id).isIn(value, sent.get(id));
        });
        assertThat(collection.countDocuments(Filters.gte("writer", ""))).isEqualTo(found.size());
        found.values().stream()
                .map(document -> document.getString("writer"))
                .distinct()
                .forEach(writer -> {
                    for (int value = 0; value < 3; value++) {
                        List<Document> indexed = collection
                                .find(Filters.and(Filters.eq("writer", writer), Filters.eq("value", value)))
                                .into(new ArrayList<>());
                        int expected = value;
                        assertThat(indexed)
                                .hasSameElementsAs(found.values().stream()
                                        .filter(document -> writer.equals(document.getString("writer"))
                                                && document.getInteger("value") == expected)
                                        .toList());
                    }
                });
    }

    @Test
    void aSecondServerRefusesTheSameFile() throws IOException, InterruptedException {
        try (ChildServer first = ChildServer.start(folder)) {
            first.uri();
            try (ChildServer second = ChildServer.start(folder)) {
                assertThat(second.lastWords()).contains("in use by another process");
                assertThat(second.process().waitFor()).isEqualTo(MongoMain.IN_USE);
            }
        }
    }

    @Test
    void aDamagedFileIsNamed() throws IOException, InterruptedException {
        Path file = folder.resolve(EmbeddedMongo.FILE);
        Files.writeString(file, "This was never a data file. ".repeat(1000));
        try (ChildServer server = ChildServer.start(folder)) {
            assertThat(server.lastWords()).contains(file.toString()).contains("is damaged");
            assertThat(server.process().waitFor()).isEqualTo(MongoMain.DAMAGED);
        }
        assertThat(Files.readString(file)).as("left as it is").startsWith("This was never");
    }
}
