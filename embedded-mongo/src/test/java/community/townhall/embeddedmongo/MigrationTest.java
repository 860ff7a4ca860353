/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import community.townhall.embeddedmongo.StoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder as the version before SQLite left it when it was killed: 20 things, two indexes and a collection in its file, and
 * in its journal five more things, one renamed, one deleted, the collection dropped and another made.
 */
class MigrationTest {

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        for (String name : List.of("townhall.mv", "townhall.mv.journal")) {
            try (InputStream file =
                    Objects.requireNonNull(MigrationTest.class.getResourceAsStream("/legacy/" + name))) {
                Files.copy(file, folder.resolve(name));
            }
        }
    }

    @Test
    void whatWasInTheOldFileIsInTheNewOne() throws StoreException {
        for (int start = 0; start < 2; start++) {
            try (EmbeddedMongo server = EmbeddedMongo.start(0, folder, 4, _ -> {});
                    MongoClient client = MongoClients.create(server.uri())) {
                MongoCollection<Document> things = client.getDatabase("old").getCollection("things");
                assertThat(things.countDocuments()).isEqualTo(24);
                assertThat(things.find(Filters.eq("name", "renamed")).first()).containsEntry("_id", "t3");
                assertThat(things.find(Filters.eq("t4")).first()).isNull();
                assertThat(things.find(Filters.eq("kind", 2))
                                .sort(Sorts.descending("at"))
                                .map(thing -> thing.getString("_id"))
                                .into(new ArrayList<>()))
                        .containsExactly("t23", "t20", "t17", "t14", "t11", "t8", "t5", "t2");
                assertThat(things.listIndexes()
                                .map(index -> index.getString("name"))
                                .into(new ArrayList<>()))
                        .containsExactlyInAnyOrder("_id_", "kind_1_at_-1", "by name");
                assertThatThrownBy(() -> things.insertOne(new Document("_id", "new").append("name", "thing 7")))
                        .hasMessageContaining("E11000");
                assertThat(client.getDatabase("old").listCollectionNames().into(new ArrayList<>()))
                        .containsExactly("things");
                assertThat(client.getDatabase("other").getCollection("numbers").countDocuments())
                        .isEqualTo(3);
                assertThat(client.getDatabase("other")
                                .getCollection("later")
                                .find(Filters.eq(new Document("a", 1)))
                                .first())
                        .containsEntry("text", "in the journal only");
            }
            assertThat(folder.resolve("townhall.mv")).doesNotExist();
        }
    }

    @Test
    void aMoveThatWasCutOffBeginsAnew() throws IOException, StoreException {
        Files.writeString(folder.resolve("townhall.db.migrating"), "as far as it got");
        Files.writeString(folder.resolve("townhall.db.migrating-wal"), "and its log");
        whatWasInTheOldFileIsInTheNewOne();
        assertThat(folder.resolve("townhall.db.migrating")).doesNotExist();
    }

    @Test
    void anOldJournalMayEndInTheMiddleButNotHaveAHole() throws IOException, StoreException {
        Path journal = folder.resolve("townhall.mv.journal");
        byte[] whole = Files.readAllBytes(journal);
        byte[] rotten = whole.clone();
        rotten[400] ^= 1;
        Files.write(journal, rotten);

        assertThatThrownBy(() -> EmbeddedMongo.start(0, folder, 4, _ -> {}))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
        assertThat(Files.readAllBytes(journal)).isEqualTo(rotten);
        assertThat(folder.resolve("townhall.db")).doesNotExist();

        byte[] torn = java.util.Arrays.copyOf(whole, whole.length + 7);
        Files.write(journal, torn);
        whatWasInTheOldFileIsInTheNewOne();
    }
}
