/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import community.townhall.embeddedmongo.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a log that ends in the middle, and of one that has rotted: the one is mended, the other is refused. */
class LogTest {

    private static final int WRITES = 12;

    @TempDir
    Path folder;

    /** The files of a server that was killed, each as it stood when a write had been answered. */
    private final List<Copy> after = new ArrayList<>();

    /** The files that matter, as bytes. */
    private record Copy(byte[] data, byte[] log, byte[] acknowledged) {

        static Copy of(Path folder) throws IOException {
            return new Copy(
                    Files.readAllBytes(folder.resolve("townhall.db")),
                    Files.readAllBytes(folder.resolve("townhall.db-wal")),
                    Files.readAllBytes(folder.resolve("townhall.db.acknowledged")));
        }

        Copy withLog(byte[] other) {
            return new Copy(data, other, acknowledged);
        }

        Copy withData(byte[] other) {
            return new Copy(other, log, acknowledged);
        }

        Path writeTo(Path folder) throws IOException {
            Files.createDirectories(folder);
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            Files.write(folder.resolve("townhall.db"), data);
            Files.write(folder.resolve("townhall.db-wal"), log);
            Files.write(folder.resolve("townhall.db.acknowledged"), acknowledged);
            return folder;
        }
    }

    @BeforeEach
    void writeAndKill() throws Exception {
        Path original = folder.resolve("original");
        try (ChildServer server = ChildServer.start(original);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(new Document("n", 1));
            for (int n = 1; n <= WRITES; n++) {
                things.insertOne(
                        new Document("_id", "thing " + n).append("n", n).append("text", "x".repeat(500)));
                after.add(Copy.of(original));
            }
            server.kill();
        }
    }

    @Test
    void whereverTheLogEndsWhatWasAnsweredBeforeIsThere() throws Exception {
        Copy last = after.getLast();
        int tried = 0;
        // The last write had not been answered: its part of the log may end anywhere.
        int begin = logBytes(after.get(WRITES - 2));
        int end = logBytes(last);
        byte[] answered = after.get(WRITES - 2).acknowledged();
        for (int length = begin; length <= end; length += length < begin + 40 ? 1 : 997) {
            byte[] torn = ByteBuffer.allocate(last.log().length)
                    .put(last.log(), 0, length)
                    .array();
            Path copy = new Copy(last.data(), torn, answered).writeTo(folder.resolve("torn"));
            assertThat(things(copy)).as("log of %d bytes", length).isBetween(WRITES - 1L, (long) WRITES);
            tried++;
        }
        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void aByteOfTheLogThatRottedIsFoundAndTheLogIsKept() throws Exception {
        Copy last = after.getLast();
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 30; round++) {
            byte[] rotten = last.log().clone();
            int at = random.nextInt(logBytes(last));
            rotten[at] ^= (byte) (1 << random.nextInt(8));
            Path copy = last.withLog(rotten).writeTo(folder.resolve("rotten"));
            try {
                assertThat(things(copy)).as("bit flipped at %d", at).isEqualTo(WRITES);
            } catch (StoreException e) {
                refused++;
                assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
                assertThat(Files.readAllBytes(copy.resolve("townhall.db-wal")))
                        .as("the log as it was found")
                        .startsWith(rotten);
                assertThatThrownBy(() -> things(copy)).as("a second start").isInstanceOf(StoreException.class);
            }
        }
        assertThat(refused).isGreaterThan(25);
    }

    @Test
    void aLogThatIsGoneIsMissed() throws Exception {
        Path copy = after.getLast().withLog(new byte[0]).writeTo(folder.resolve("gone"));
        assertThatThrownBy(() -> things(copy))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aByteOfADocumentThatRottedIsNeverReadAsIfItWereWritten() throws Exception {
        Path whole = after.getLast().writeTo(folder.resolve("whole"));
        assertThat(things(whole)).isEqualTo(WRITES);
        byte[] data = Files.readAllBytes(whole.resolve("townhall.db"));
        byte[] acknowledged = Files.readAllBytes(whole.resolve("townhall.db.acknowledged"));
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 100; round++) {
            byte[] rotten = data.clone();
            int at = random.nextInt(rotten.length);
            rotten[at] ^= (byte) (1 << random.nextInt(8));
            Path copy = new Copy(rotten, new byte[0], acknowledged).writeTo(folder.resolve("rotten"));
            try {
                assertThat(things(copy)).as("bit flipped at %d", at).isEqualTo(WRITES);
            } catch (StoreException e) {
                found++;
                assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
            }
        }
        // The others fell on free space, which nobody reads.
        assertThat(found).isGreaterThan(5);
    }

    /** Reads everything, by documents and by index, and holds it against what was written. */
    private static long things(Path folder) throws StoreException {
        List<StoreException> failures = new ArrayList<>();
        Store store = Store.open(folder.resolve("townhall.db"), 4, false, failures::add);
        try {
            DocumentTable documents = store.documents("test.things");
            EntryTable index = store.entries("test.things", "n_1", false);
            return store.reading(() -> {
                List<DocumentTable.Row> rows = documents.all(false).toList();
                long entries = index.ids(Key.LOWEST, Key.HIGHEST, false).count();
                assertThat(entries).isEqualTo(rows.size());
                for (int n = 1; n <= rows.size(); n++) {
                    de.bwaldvogel.mongo.bson.Document document =
                            Bson.decode(rows.get(n - 1).document());
                    assertThat(document.get("_id")).isEqualTo("thing " + n);
                    assertThat(document.get("text")).isEqualTo("x".repeat(500));
                }
                return (long) rows.size();
            });
        } catch (StoreFailure e) {
            throw e.reason();
        } finally {
            if (failures.isEmpty()) {
                store.close();
            } else {
                store.abandon();
            }
        }
    }

    /** How much of the file is log; zeros follow. */
    private static int logBytes(Copy files) {
        int end = files.log().length;
        while (end > 0 && files.log()[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
