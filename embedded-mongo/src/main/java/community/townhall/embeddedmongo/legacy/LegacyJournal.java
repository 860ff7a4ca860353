/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.embeddedmongo.legacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** The journal beside a {@link LegacyFile}: a header, then records, each with its length and its checksum. */
final class LegacyJournal {

    private static final long FORMAT = 0x746f776e68616c31L;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int RECORD_HEADER = 2 * Integer.BYTES;

    private LegacyJournal() {}

    /**
     * Hands over the records that follow checkpoint number {@code epoch}, oldest first. A journal of an earlier checkpoint
     * has nothing new. It may end in the middle of a record that nobody was told of.
     *
     * @throws IOException also when a record is damaged that others follow, which therefore was written whole
     */
    static void read(Path path, long epoch, Consumer<ByteBuffer> records) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        ByteBuffer journal = ByteBuffer.wrap(Files.readAllBytes(path));
        if (journal.remaining() < HEADER || journal.getLong() != FORMAT || journal.getLong() != epoch) {
            return;
        }
        while (isWhole(journal, journal.position())) {
            int length = journal.getInt();
            journal.getInt();
            records.accept(journal.slice(journal.position(), length));
            journal.position(journal.position() + length);
        }
        for (int start = journal.position() + 1; start < journal.limit() - RECORD_HEADER; start++) {
            if (isWhole(journal, start)) {
                throw new IOException(path + " is damaged at byte " + journal.position() + ", in the middle");
            }
        }
    }

    private static boolean isWhole(ByteBuffer journal, int start) {
        if (start + RECORD_HEADER > journal.limit()) {
            return false;
        }
        int length = journal.getInt(start);
        if (length <= 0 || length > journal.limit() - start - RECORD_HEADER) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(journal.slice(start + RECORD_HEADER, length));
        return (int) checksum.getValue() == journal.getInt(start + Integer.BYTES);
    }
}
