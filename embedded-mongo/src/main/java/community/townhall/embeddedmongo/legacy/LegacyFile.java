/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.legacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * A data file as it was before SQLite: an H2 MVStore with a map for each collection, and beside it a journal of the changes
 * since the last checkpoint. Its indexes are not read; they are built anew from the documents.
 */
public final class LegacyFile implements AutoCloseable {

    /** Told of each document. */
    public interface Sink {

        /**
         * @param namespace database and collection
         * @param id a BSON document with the id as its only value
         * @param document in BSON
         */
        void document(String namespace, byte[] id, byte[] document);
    }

    private static final String DOCUMENTS = "documents/";
    private static final String FACTS = "facts";
    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte DROP = 3;

    private final MVStore file;
    /** By the name of a map what the journal has of it: empty where a document was removed. */
    private final Map<String, Map<ByteBuffer, Optional<byte[]>>> changes = new HashMap<>();
    /** Maps that were dropped since the checkpoint, so that nothing in the file counts. */
    private final Map<String, Boolean> dropped = new HashMap<>();

    private LegacyFile(MVStore file) {
        this.file = file;
    }

    /**
     * Opens the file without changing it.
     *
     * @throws IOException when it or its journal is damaged, in use or cannot be read
     */
    public static LegacyFile open(Path path) throws IOException {
        MVStore store;
        try {
            store = new MVStore.Builder().fileName(path.toString()).readOnly().open();
        } catch (RuntimeException e) {
            throw new IOException(path + " cannot be opened: " + e.getMessage(), e);
        }
        LegacyFile file = new LegacyFile(store);
        try {
            MVMap<String, Long> facts = store.openMap(
                    FACTS,
                    new MVMap.Builder<String, Long>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(LongDataType.INSTANCE));
            LegacyJournal.read(
                    path.resolveSibling(path.getFileName() + ".journal"), facts.getOrDefault("epoch", 0L), file::redo);
            return file;
        } catch (IOException | RuntimeException e) {
            store.closeImmediately();
            throw e instanceof IOException known ? known : new IOException(path + " is damaged", e);
        }
    }

    private void redo(ByteBuffer record) {
        while (record.hasRemaining()) {
            byte kind = record.get();
            String name = new String(RawBytes.readFrom(record), StandardCharsets.UTF_8);
            switch (kind) {
                case PUT -> put(name, record);
                case REMOVE -> remove(name, record);
                case DROP -> {
                    dropped.put(name, true);
                    changes.remove(name);
                }
                // Renaming was never reached: no service asks for it.
                default -> throw new IllegalArgumentException("The journal has a change of unknown kind " + kind);
            }
        }
    }

    private void put(String map, ByteBuffer record) {
        if (map.equals(FACTS)) {
            StringDataType.INSTANCE.read(record);
            LongDataType.INSTANCE.read(record);
        } else if (map.startsWith(DOCUMENTS)) {
            changed(map, RawBytes.readFrom(record), Optional.of(RawBytes.readFrom(record)));
        } else {
            // An index entry has no value: that it is there says it all.
            RawBytes.readFrom(record);
        }
    }

    private void remove(String map, ByteBuffer record) {
        if (map.equals(FACTS)) {
            StringDataType.INSTANCE.read(record);
        } else if (map.startsWith(DOCUMENTS)) {
            changed(map, RawBytes.readFrom(record), Optional.empty());
        } else {
            RawBytes.readFrom(record);
        }
    }

    private void changed(String map, byte[] id, Optional<byte[]> document) {
        changes.computeIfAbsent(map, _ -> new LinkedHashMap<>()).put(ByteBuffer.wrap(id), document);
    }

    /** Tells of every document, a collection at a time. */
    public void forEach(Sink sink) {
        for (String name : file.getMapNames()) {
            if (name.startsWith(DOCUMENTS) && !dropped.containsKey(name)) {
                Map<ByteBuffer, Optional<byte[]>> later = changes.getOrDefault(name, Map.of());
                MVMap<byte[], byte[]> map = file.openMap(
                        name,
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(new RawBytes())
                                .valueType(new RawBytes()));
                Cursor<byte[], byte[]> cursor = map.cursor(null);
                while (cursor.hasNext()) {
                    byte[] id = cursor.next();
                    if (!later.containsKey(ByteBuffer.wrap(id))) {
                        sink.document(name.substring(DOCUMENTS.length()), id, cursor.getValue());
                    }
                }
            }
        }
        changes.forEach((name, documents) -> documents.forEach((id, document) ->
                document.ifPresent(bytes -> sink.document(name.substring(DOCUMENTS.length()), id.array(), bytes))));
    }

    @Override
    public void close() {
        file.closeImmediately();
    }

    /** Bytes with their length before them; only read, never searched for. */
    private static final class RawBytes extends org.h2.mvstore.type.BasicDataType<byte[]> {

        static byte[] readFrom(ByteBuffer buffer) {
            byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
            buffer.get(bytes);
            return bytes;
        }

        @Override
        public int getMemory(byte[] bytes) {
            return bytes.length;
        }

        @Override
        public void write(org.h2.mvstore.WriteBuffer buffer, byte[] bytes) {
            throw new UnsupportedOperationException("Old files are only read");
        }

        @Override
        public byte[] read(ByteBuffer buffer) {
            return readFrom(buffer);
        }

        @Override
        public byte[][] createStorage(int size) {
            return new byte[size][];
        }
    }
}
