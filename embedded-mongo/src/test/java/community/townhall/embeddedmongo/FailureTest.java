/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk fails, the process is killed, or the power goes and takes along what was not forced to the disk, in the middle of
 * everything the server does: the server ends, and the next one has all that was answered. Needs a C compiler, for the
 * library that lets system calls fail. {@code -Dfailures.rounds} tries each kind in each phase that often.
 */
class FailureTest {

    private static final int ROUNDS = Integer.getInteger("failures.rounds", 1);
    private static final int THINGS = 60;
    private static final int KILLED = 137;
    private static final List<String> KINDS = List.of("kill", "power", "short", "eio", "enospc", "sync");
    private static final Set<String> SUDDEN = Set.of("kill", "power");

    /**
     * What the server is at when it falls.
     *
     * @param part of the name of the file that the failing write is to
     * @param reach about how many writes there are to fall into
     * @param syncs about how often it is forced to the disk
     */
    private enum Phase {
        INSERT("-wal", 150, 150),
        UPDATE("-wal", 150, 150),
        CHECKPOINT("data", 150, 2),
        INDEX_BUILD("-wal", 12, 2),
        DROP("-wal", 8, 1),
        RENAME("-wal", 8, 1),
        MIGRATION("migrating", 60, 6);

        private final String part;
        private final int reach;
        private final int syncs;

        Phase(String part, int reach, int syncs) {
            this.part = part;
            this.reach = reach;
            this.syncs = syncs;
        }
    }

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private boolean dropAcknowledged;

    @Test
    void whateverFailsEndsTheServerAndLosesNothing() throws Exception {
        Path library = compile();
        Random random = new Random(Long.getLong("failures.seed", 5));
        Map<Phase, Map<String, Integer>> fallen = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            for (String kind : KINDS) {
                for (int round = 0; round < ROUNDS; round++) {
                    int reach = kind.equals("sync") ? phase.syncs : phase.reach;
                    if (fell(phase, kind, 1 + random.nextInt(reach), library) || fell(phase, kind, 1, library)) {
                        fallen.computeIfAbsent(phase, _ -> new TreeMap<>()).merge(kind, 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println("Fell in each phase: " + fallen);
        assertThat(fallen).containsOnlyKeys(Phase.values());
        assertThat(fallen.values()).allSatisfy(kinds -> assertThat(kinds).containsOnlyKeys(KINDS));
    }

    private Path compile() throws IOException, InterruptedException {
        Path library = folder.resolve("failing_io.so");
        try {
            Process compiler = new ProcessBuilder(
                            "cc",
                            "-shared",
                            "-fPIC",
                            "-o",
                            library.toString(),
                            "src/test/c/failing_io.c",
                            "-ldl",
                            "-lpthread")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(compiler.getInputStream().readAllBytes());
            assertThat(compiler.waitFor()).as(said).isZero();
        } catch (IOException e) {
            assumeTrue(false, "There is no C compiler to make the library with that lets system calls fail");
        }
        return library;
    }

    private boolean fell(Phase phase, String kind, int which, Path library) throws Exception {
        Path data = Files.createTempDirectory(folder, "data");
        Path order = data.resolve("order");
        Path report = data.resolve("report");
        acknowledged.clear();
        sent.clear();
        dropAcknowledged = false;
        if (phase == Phase.MIGRATION) {
            layOutAnOldFile(data);
            Files.writeString(order, kind + " " + which + " " + phase.part);
        }
        Map<String, String> environment = Map.of(
                "LD_PRELOAD", library.toString(), "FAIL_ORDER", order.toString(), "FAIL_REPORT", report.toString());
        try (ChildServer server = ChildServer.start(data, environment)) {
            if (phase == Phase.MIGRATION) {
                server.lastWords(() -> Files.exists(report));
            } else {
                try (MongoClient client = MongoClients.create(server.uri() + "/?retryWrites=false")) {
                    MongoDatabase database = client.getDatabase("test");
                    MongoCollection<Document> things = database.getCollection("things");
                    things.createIndex(new Document("n", 1));
                    IntStream.range(0, THINGS).forEach(i -> insert(things, "before " + i, 100));
                    Files.writeString(order, kind + " " + which + " " + phase.part);
                    act(phase, database, report);
                } catch (MongoException e) {
                    assertThat(report)
                            .as("the server ended without a failure: %s", e)
                            .exists();
                }
            }
            if (!Files.exists(report)) {
                return false;
            }
            assertThat(server.process().waitFor())
                    .as("%s in %s at %d", kind, phase, which)
                    .isIn(SUDDEN.contains(kind) ? List.of(KILLED) : List.of(MongoMain.BROKEN, MongoMain.UNREADABLE));
        }
        verify(phase, data, kind + " in " + phase + " at " + which);
        return true;
    }

    private void act(Phase phase, MongoDatabase database, Path report) {
        MongoCollection<Document> things = database.getCollection("things");
        switch (phase) {
            case INSERT -> IntStream.range(0, 400).forEach(i -> insert(things, "insert " + i, 1000));
            case UPDATE ->
                IntStream.range(0, 400).forEach(i -> {
                    String id = "before " + i % THINGS;
                    sent.put(id, i);
                    things.updateOne(Filters.eq(id), Updates.set("n", i));
                    acknowledged.put(id, i);
                });
            case CHECKPOINT -> {
                for (int i = 0; i < 400 && !Files.exists(report); i++) {
                    insert(things, "large " + i, 60_000);
                }
            }
            case INDEX_BUILD -> {
                things.createIndex(new Document("text", 1).append("n", -1));
                things.createIndex(new Document("n", -1).append("_id", 1));
            }
            case DROP -> {
                things.drop();
                dropAcknowledged = true;
            }
            case RENAME -> things.renameCollection(new MongoNamespace("test", "renamed"));
            case MIGRATION -> throw new IllegalStateException("It happens at the start");
        }
    }

    private void insert(MongoCollection<Document> things, String id, int bytes) {
        int n = id.hashCode();
        sent.put(id, n);
        things.insertOne(new Document("_id", id).append("n", n).append("text", "x".repeat(bytes)));
        acknowledged.put(id, n);
    }

    private void verify(Phase phase, Path data, String description) throws StoreException {
        try (EmbeddedMongo server = EmbeddedMongo.start(0, data, 16, _ -> {});
                MongoClient client = MongoClients.create(server.uri())) {
            if (phase == Phase.MIGRATION) {
                assertThat(client.getDatabase("old").getCollection("things").countDocuments())
                        .as(description)
                        .isEqualTo(24);
                return;
            }
            MongoDatabase database = client.getDatabase("test");
            List<String> names = database.listCollectionNames().into(new ArrayList<>());
            if (phase == Phase.DROP && !names.contains("things")) {
                return;
            }
            assertThat(dropAcknowledged).as(description).isFalse();
            assertThat(names).as(description).hasSize(1);
            MongoCollection<Document> things = database.getCollection(names.getFirst());
            Map<String, Document> found = new TreeMap<>();
            things.find().forEach(thing -> found.put(thing.getString("_id"), thing));
            acknowledged.forEach((id, n) -> {
                assertThat(found).as(description).containsKey(id);
                assertThat(Objects.requireNonNull(found.get(id)).getInteger("n"))
                        .as(description)
                        .isIn(n, sent.get(id));
            });
            for (Document index : things.listIndexes()) {
                List<String> ids = things.find(Filters.gte("n", Integer.MIN_VALUE))
                        .hint(index.get("key", Document.class))
                        .map(thing -> thing.getString("_id"))
                        .into(new ArrayList<>());
                assertThat(ids).as(description).containsExactlyInAnyOrderElementsOf(found.keySet());
            }
        }
    }

    private static void layOutAnOldFile(Path data) throws IOException {
        for (String name : List.of("townhall.mv", "townhall.mv.journal")) {
            try (InputStream file = Objects.requireNonNull(FailureTest.class.getResourceAsStream("/legacy/" + name))) {
                Files.copy(file, data.resolve(name));
            }
        }
    }
}
