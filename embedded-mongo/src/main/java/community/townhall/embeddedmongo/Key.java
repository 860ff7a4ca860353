/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A value, or several, as bytes that sort as BSON does: what an index holds and what a sort compares. The key of a value is
 * never the beginning of another value's key.
 */
final class Key implements Comparable<Key> {

    /** Below the keys of all values, ascending or descending. */
    static final Key LOWEST = new Key(new byte[] {1});

    /** Above the keys of all values, ascending or descending. */
    static final Key HIGHEST = new Key(new byte[] {(byte) 0xFE});

    static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(@Nullable Object value) {
        return new Key(KeyBytes.of(value));
    }

    /** The place above all keys that begin with this one. */
    Key next() {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return new Key(new byte[] {(byte) 0xFF});
        }
        byte[] next = Arrays.copyOf(bytes, last + 1);
        next[last]++;
        return new Key(next);
    }

    /** The key that sorts the other way round. */
    Key inverted() {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return new Key(inverted);
    }

    Key then(Key part) {
        byte[] both = Arrays.copyOf(bytes, bytes.length + part.bytes.length);
        System.arraycopy(part.bytes, 0, both, bytes.length, part.bytes.length);
        return new Key(both);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
