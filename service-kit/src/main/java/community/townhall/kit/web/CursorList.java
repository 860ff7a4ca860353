/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page, told from every other: its cursors are taken by itself alone, since they would lead
 * astray in a list of another order, filter or owner.
 *
 * @param mark a checksum of what it is; no secret, a client may make its own
 */
public record CursorList(String mark) {

    /**
     * @param name what it is called among the lists of this service
     * @param of what it was asked to be of: an owner, a filter
     */
    public static CursorList of(String name, @Nullable Object... of) {
        CRC32C checksum = new CRC32C();
        checksum.update(Arrays.stream(of)
                .map(part -> part == null ? "" : "=" + part)
                .collect(Collectors.joining("\0", name + "\0", ""))
                .getBytes(StandardCharsets.UTF_8));
        return new CursorList(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    /** @param keys instants, numbers and texts; the last one alone may have the separator in it */
    public Cursor cursor(Object... keys) {
        return new Cursor(
                mark,
                Arrays.stream(keys)
                        .map(key -> key instanceof Instant at ? String.valueOf(at.toEpochMilli()) : String.valueOf(key))
                        .toList());
    }

    /**
     * @param encoded the request's {@code cursor}, absent or empty for the first page
     * @param keys how many sort keys it must hold
     * @throws ProblemException 422 when it is not a cursor of this list
     */
    public @Nullable Cursor decode(@Nullable String encoded, int keys) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        List<String> parts = List.of(encoded.split(Cursor.SEPARATOR, keys + 1));
        if (parts.size() != keys + 1 || !parts.getFirst().equals(mark)) {
            throw Problems.invalid("cursor", "of-this-list", "cursor must be the next of an earlier page of this list");
        }
        return new Cursor(mark, parts.subList(1, parts.size()));
    }
}
