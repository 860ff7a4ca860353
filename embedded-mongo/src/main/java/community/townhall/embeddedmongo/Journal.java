/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The changes made since the last checkpoint, in their order. A record is written whole or not at all: replay ends at the
 * first one that is torn, which nobody was told of.
 *
 * <p>Appending is to memory. Whoever waits for the file writes what all others have appended too, so that writers who
 * come together share one write.
 */
final class Journal implements AutoCloseable {

    private static final long FORMAT = 0x746f776e68616c31L;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int RECORD_HEADER = 2 * Integer.BYTES;
    private static final int INITIAL_CAPACITY = 1 << 16;
    private static final long UNKNOWN = -1;
    private static final int KEPT_CAPACITY = 1 << 20;

    private final FileChannel channel;
    /** Guards the file; taken before the monitor of this object, which guards the buffers. */
    private final Object file = new Object();

    private ByteBuffer pending = ByteBuffer.allocate(INITIAL_CAPACITY);
    private ByteBuffer spare = ByteBuffer.allocate(INITIAL_CAPACITY);
    private volatile long appended;
    private volatile long written;
    private volatile long size = UNKNOWN;
    private volatile boolean unforced;

    Journal(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Hands over the records that follow checkpoint number {@code epoch}, oldest first. A journal of an earlier checkpoint
     * has nothing new.
     */
    void replay(long epoch, Consumer<ByteBuffer> records) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!read(header, 0) || header.getLong() != FORMAT || header.getLong() != epoch) {
            return;
        }
        long position = HEADER;
        ByteBuffer recordHeader = ByteBuffer.allocate(RECORD_HEADER);
        while (read(recordHeader.clear(), position)) {
            int length = recordHeader.getInt();
            int checksum = recordHeader.getInt();
            if (length <= 0 || length > channel.size() - position - RECORD_HEADER) {
                return;
            }
            ByteBuffer payload = ByteBuffer.allocate(length);
            if (!read(payload, position + RECORD_HEADER) || checksum(payload) != checksum) {
                return;
            }
            records.accept(payload);
            position += RECORD_HEADER + length;
        }
    }

    private boolean read(ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            int read = channel.read(target, position + target.position());
            if (read < 0) {
                return false;
            }
        }
        target.flip();
        return true;
    }

    /** Forgets all records: checkpoint number {@code epoch} has them. No record may be appended meanwhile. */
    void restart(long epoch) {
        synchronized (file) {
            synchronized (this) {
                pending.clear();
                written = appended;
            }
            try {
                channel.truncate(0);
                channel.position(0);
                write(ByteBuffer.allocate(HEADER).putLong(FORMAT).putLong(epoch).flip());
                channel.force(true);
                size = 0;
                unforced = false;
            } catch (IOException e) {
                throw new UncheckedIOException("The journal cannot be written", e);
            }
        }
    }

    synchronized void append(ByteBuffer payload) {
        int length = payload.remaining();
        reserve(RECORD_HEADER + length);
        pending.putInt(length).putInt(checksum(payload)).put(payload);
        appended++;
    }

    private void reserve(int needed) {
        if (pending.remaining() < needed) {
            int capacity = Math.max(2 * pending.capacity(), pending.position() + needed);
            pending = ByteBuffer.allocate(capacity).put(pending.flip());
        }
    }

    /** Returns once all that is appended by now is in the file, where a killed process does not lose it. */
    void awaitWritten() {
        long wanted = appended;
        if (written >= wanted) {
            return;
        }
        synchronized (file) {
            if (written >= wanted) {
                return;
            }
            ByteBuffer batch;
            long last;
            synchronized (this) {
                batch = pending.flip();
                pending = spare;
                last = appended;
            }
            try {
                size += batch.remaining();
                write(batch);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal cannot be written", e);
            }
            written = last;
            unforced = true;
            spare = batch.capacity() <= KEPT_CAPACITY ? batch.clear() : ByteBuffer.allocate(INITIAL_CAPACITY);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Bytes of records in the file; negative until the first {@link #restart}. */
    long size() {
        return size;
    }

    /** Makes what is written survive a power cut as well. */
    void force() throws IOException {
        if (unforced) {
            unforced = false;
            channel.force(false);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static int checksum(ByteBuffer payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload.duplicate());
        return (int) checksum.getValue();
    }
}
