/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import community.townhall.embeddedmongo.StoreException.Reason;
import community.townhall.embeddedmongo.legacy.LegacyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Moves the documents of an earlier version's file into one of ours. Ours takes its name when it is complete, and only then
 * does the old one go: a move that is cut off begins anew. The indexes are built when the file is opened.
 */
final class Migration implements LegacyFile.Sink {

    private static final int BATCH = 500;
    private static final int CACHE_MEGABYTES = 16;
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", ".acknowledged", ".lock", "-wal.found");

    private record Row(String namespace, byte[] id, byte[] document) {}

    private final Store store;
    private final Map<String, DocumentTable> tables = new HashMap<>();
    private final List<Row> batch = new ArrayList<>();

    private Migration(Store store) {
        this.store = store;
    }

    /** Moves what is in the old file to the other, unless that is there already or the old one is not. */
    static void run(Path old, Path data) throws StoreException {
        if (Files.exists(data) || !Files.exists(old)) {
            return;
        }
        Path made = data.resolveSibling(data.getFileName() + ".migrating");
        try (LegacyFile legacy = open(old)) {
            delete(made);
            try (Store store = Store.open(made, CACHE_MEGABYTES, true, _ -> {})) {
                Migration migration = new Migration(store);
                legacy.forEach(migration);
                migration.write();
            }
            Files.move(made, data, StandardCopyOption.ATOMIC_MOVE);
            StoreFiles.forceFolderOf(data);
            delete(made);
        } catch (StoreFailure e) {
            throw e.reason();
        } catch (IOException e) {
            throw new StoreException(Reason.BROKEN, data + " cannot be written: " + e.getMessage(), e);
        }
        try {
            Files.deleteIfExists(old.resolveSibling(old.getFileName() + ".journal"));
            Files.deleteIfExists(old);
        } catch (IOException e) {
            throw new StoreException(Reason.UNREADABLE, old + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static LegacyFile open(Path old) throws StoreException {
        try {
            return LegacyFile.open(old);
        } catch (IOException e) {
            throw new StoreException(
                    Reason.DAMAGED,
                    "The data of an earlier version cannot be read; nothing was changed: " + e.getMessage(),
                    e);
        }
    }

    private static void delete(Path made) throws IOException {
        for (String suffix : SUFFIXES) {
            Files.deleteIfExists(made.resolveSibling(made.getFileName() + suffix));
        }
    }

    @Override
    public void document(String namespace, byte[] id, byte[] document) {
        batch.add(new Row(namespace, id, document));
        if (batch.size() == BATCH) {
            write();
        }
    }

    private void write() {
        for (Row row : batch) {
            tables.computeIfAbsent(row.namespace(), store::documents);
        }
        store.writing(() -> {
            for (Row row : batch) {
                Object id = Bson.decode(row.id()).get("");
                Objects.requireNonNull(tables.get(row.namespace())).put(Key.of(id), row.document());
            }
            return true;
        });
        store.settle();
        batch.clear();
    }
}
