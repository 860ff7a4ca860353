/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A short name for the contents of jars. Reads their directories only, so it is quick for large ones. */
final class Fingerprint {

    private static final int BYTES = 8;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar's directory holds a checksum of each entry, and a nested jar is an entry. */
    Fingerprint jar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(this::entry);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Fingerprint text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String toHex() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private void entry(ZipEntry entry) {
        text(entry.getName());
        digest.update(ByteBuffer.allocate(16)
                .putLong(entry.getCrc())
                .putLong(entry.getSize())
                .flip());
    }
}
