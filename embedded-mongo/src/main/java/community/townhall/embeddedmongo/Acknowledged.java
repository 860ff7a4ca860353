/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Up to which commit members have had answers, kept beside the data file. It is noted after the commit is on the disk and
 * need not be there itself: it is never ahead, and when the data file has less, then what is missing is no torn end.
 */
final class Acknowledged implements AutoCloseable {

    private static final int BYTES = 2 * Long.BYTES;
    private static final long MARK = 0x746f776e68616c6cL;

    private final RandomAccessFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BYTES);

    Acknowledged(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** @return zero when nothing is known */
    static long read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(path);
        if (bytes.length != BYTES) {
            return 0;
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        long commits = read.getLong();
        return (commits ^ MARK) == read.getLong() ? commits : 0;
    }

    void note(long commits) throws IOException {
        buffer.clear().putLong(commits).putLong(commits ^ MARK);
        file.seek(0);
        file.write(buffer.array());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
