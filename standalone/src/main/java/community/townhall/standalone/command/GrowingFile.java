/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that somebody writes at its end. Gives whole lines only; starts over when the file was replaced. */
final class GrowingFile {

    /** Longer ones are shown in part. */
    private static final long LINE_BYTES = 1000;

    private final Path path;
    private long read;

    private GrowingFile(Path path, long read) {
        this.path = path;
        this.read = read;
    }

    static GrowingFile fromItsStart(Path path) {
        return new GrowingFile(path, 0);
    }

    static GrowingFile fromItsEnd(Path path) {
        try {
            return new GrowingFile(path, Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of the file as it is now. */
    static List<String> lastLines(Path path, int count) {
        GrowingFile end = fromItsEnd(path);
        end.read = Math.max(0, end.read - LINE_BYTES * count);
        List<String> lines = end.news().lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** What came since the last call, empty when nothing did. */
    String news() {
        if (!Files.exists(path)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < read) {
                read = 0;
            }
            byte[] bytes = new byte[(int) Math.min(file.length() - read, 1 << 20)];
            file.seek(read);
            file.readFully(bytes);
            int lines = bytes.length;
            while (lines > 0 && bytes[lines - 1] != '\n') {
                lines--;
            }
            read += lines;
            return new String(bytes, 0, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
