/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * SQLite's write-ahead log, as a file to be forced to the disk. SQLite could do that at each commit, but forces the file's
 * times as well, which takes a disk several times as long; and it makes the file longer bit by bit, which does too. So the
 * file has its length from the start, and only what is in it is forced.
 */
final class Log implements AutoCloseable {

    private static final int LENGTH = 8 << 20;
    private static final int STEP = 1 << 16;

    private final FileChannel channel;

    private Log(FileChannel channel) {
        this.channel = channel;
    }

    /** To be called while there is nothing in the log. */
    static Log open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ByteBuffer zeros = ByteBuffer.allocate(STEP);
        for (long at = channel.size(); at < LENGTH; at += zeros.capacity()) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                channel.write(zeros, at + zeros.position());
            }
        }
        channel.force(true);
        return new Log(channel);
    }

    /** Returns when all that was written is on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
