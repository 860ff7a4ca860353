/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;

/** How changes of maps stand in the journal: one after the other, each with the name of its map. */
final class Changes {

    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte DROP = 3;
    private static final byte RENAME = 4;

    private Changes() {}

    static <K, V> void put(WriteBuffer journal, MVMap<K, V> map, String name, K key, V value) {
        begin(journal, PUT, name);
        map.getKeyType().write(journal, key);
        map.getValueType().write(journal, value);
    }

    static <K> void remove(WriteBuffer journal, MVMap<K, ?> map, String name, K key) {
        begin(journal, REMOVE, name);
        map.getKeyType().write(journal, key);
    }

    static void drop(WriteBuffer journal, String name) {
        begin(journal, DROP, name);
    }

    static void rename(WriteBuffer journal, String name, String newName) {
        begin(journal, RENAME, name);
        writeText(journal, newName);
    }

    /** @throws IllegalArgumentException when the journal says something that is no change */
    static void redo(ByteBuffer journal, Maps maps) {
        while (journal.hasRemaining()) {
            byte kind = journal.get();
            String name = readText(journal);
            MVMap<Object, Object> map = maps.named(name);
            switch (kind) {
                case PUT -> {
                    Object key = map.getKeyType().read(journal);
                    map.put(key, map.getValueType().read(journal));
                }
                case REMOVE -> map.remove(map.getKeyType().read(journal));
                case DROP -> maps.file().removeMap(map);
                case RENAME -> maps.file().renameMap(map, readText(journal));
                default -> throw new IllegalArgumentException("The journal has a change of unknown kind " + kind);
            }
        }
    }

    private static void begin(WriteBuffer journal, byte kind, String name) {
        writeText(journal.put(kind), name);
    }

    private static void writeText(WriteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.putVarInt(bytes.length).put(bytes);
    }

    private static String readText(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
