/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** How the store writes and orders its keys and values. */
final class DataTypes {

    private static final int REFERENCE = 16;

    private DataTypes() {}

    /** The key of a document: its {@code _id}. */
    static final class Id extends BasicDataType<Object> {

        @Override
        public int compare(Object left, Object right) {
            return BsonOrder.INSTANCE.compare(left, right);
        }

        @Override
        public int getMemory(Object id) {
            return memory(id);
        }

        @Override
        public void write(WriteBuffer buffer, Object id) {
            writeBytes(buffer, Bson.encode(new Document("", id)));
        }

        @Override
        public Object read(ByteBuffer buffer) {
            return Objects.requireNonNull(Bson.decode(readBytes(buffer)).get(""));
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    /** A document in BSON. */
    static final class Bytes extends BasicDataType<byte[]> {

        @Override
        public int getMemory(byte[] bytes) {
            return REFERENCE + bytes.length;
        }

        @Override
        public void write(WriteBuffer buffer, byte[] bytes) {
            writeBytes(buffer, bytes);
        }

        @Override
        public byte[] read(ByteBuffer buffer) {
            return readBytes(buffer);
        }

        @Override
        public byte[][] createStorage(int size) {
            return new byte[size][];
        }
    }

    /** The key of an index entry: the values of the index's fields, then the {@code _id} of their document. */
    static final class Entry extends BasicDataType<Object[]> {

        private final String directions;

        /** @param directions a letter for each part of the key: {@code a} for ascending, {@code d} for descending */
        Entry(String directions) {
            this.directions = directions;
        }

        @Override
        public int compare(Object[] left, Object[] right) {
            for (int i = 0; i < Math.min(left.length, right.length); i++) {
                int difference = BsonOrder.INSTANCE.compare(left[i], right[i]);
                if (difference != 0) {
                    return directions.charAt(i) == 'd' ? -difference : difference;
                }
            }
            return 0;
        }

        @Override
        public int getMemory(Object[] entry) {
            int memory = REFERENCE;
            for (Object value : entry) {
                memory += memory(value);
            }
            return memory;
        }

        @Override
        public void write(WriteBuffer buffer, Object[] entry) {
            Document document = new Document();
            for (int i = 0; i < entry.length; i++) {
                document.put(String.valueOf((char) ('a' + i)), entry[i]);
            }
            writeBytes(buffer, Bson.encode(document));
        }

        @Override
        public Object[] read(ByteBuffer buffer) {
            return Bson.decode(readBytes(buffer)).values().toArray();
        }

        @Override
        public Object[][] createStorage(int size) {
            return new Object[size][];
        }
    }

    /** The value of a map that is a set. */
    static final class Present extends BasicDataType<Boolean> {

        @Override
        public int getMemory(Boolean present) {
            return 0;
        }

        @Override
        public void write(WriteBuffer buffer, Boolean present) {
            // That the key is there says it all.
        }

        @Override
        public Boolean read(ByteBuffer buffer) {
            return true;
        }

        @Override
        public Boolean[] createStorage(int size) {
            return new Boolean[size];
        }
    }

    private static int memory(@Nullable Object value) {
        return switch (value) {
            case null -> REFERENCE;
            case String text -> 3 * REFERENCE + text.length();
            case Document document -> memory(new ArrayList<>(document.values()));
            case List<?> list -> {
                int memory = 3 * REFERENCE;
                for (Object element : list) {
                    memory += memory(element);
                }
                yield memory;
            }
            default -> 3 * REFERENCE;
        };
    }

    private static void writeBytes(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length).put(bytes);
    }

    private static byte[] readBytes(ByteBuffer buffer) {
        byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return bytes;
    }
}
