/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The events of one partition that were read and are not known to be handled. They come to their end in any order; what
 * is committed is the offset up to which all have. Not safe for use by several threads.
 */
final class InHand {

    /** Undone events, by count and by size, from which on no more are read: they wait at the broker then. */
    private static final int MOST = 200;

    private static final long MOST_BYTES = 256 * 1024;

    /** How far others may run ahead of one that keeps failing; all of them are handled again after a restart. */
    private static final int FURTHEST_AHEAD = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int undone;
    private long bytes;
    private long next = -1;
    private long committed = -1;

    /** One event. */
    static final class Entry {

        private final InHand home;
        private final long offset;
        private @Nullable ConsumerRecord<String, byte[]> message;

        private Entry(InHand home, ConsumerRecord<String, byte[]> message) {
            this.home = home;
            this.offset = message.offset();
            this.message = message;
        }

        /** Its effect stands, or it was laid aside. */
        void done() {
            home.done(this);
        }
    }

    Entry add(ConsumerRecord<String, byte[]> message) {
        Entry entry = new Entry(this, message);
        entries.add(entry);
        undone++;
        bytes += sizeOf(message);
        return entry;
    }

    /** One that there is nothing to do about. */
    void pass(ConsumerRecord<String, byte[]> message) {
        if (entries.isEmpty()) {
            next = message.offset() + 1;
        } else {
            add(message).done();
        }
    }

    private void done(Entry entry) {
        ConsumerRecord<String, byte[]> message = entry.message;
        if (message == null) {
            return;
        }
        entry.message = null;
        undone--;
        bytes -= sizeOf(message);
        for (Entry first = entries.peek(); first != null && first.message == null; first = entries.peek()) {
            entries.remove();
            next = first.offset + 1;
        }
    }

    private static long sizeOf(ConsumerRecord<String, byte[]> message) {
        return Math.max(0, message.serializedValueSize());
    }

    boolean isFull() {
        return undone >= MOST || bytes >= MOST_BYTES || entries.size() >= FURTHEST_AHEAD;
    }

    /** Whether some are not done, or what is done is not committed. */
    boolean isBusy() {
        return undone > 0 || next != committed;
    }

    int undone() {
        return undone;
    }

    /** The first that is not done. */
    @Nullable
    ConsumerRecord<String, byte[]> oldest() {
        Entry first = entries.peek();
        return first == null ? null : first.message;
    }

    /** The offset to commit, if it is another than the last that was asked for; it counts as committed then. */
    OptionalLong commit() {
        if (next == committed) {
            return OptionalLong.empty();
        }
        committed = next;
        return OptionalLong.of(next);
    }

    /** What was asked for last did not come through. */
    void notCommitted() {
        committed = -1;
    }
}
