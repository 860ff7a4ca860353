/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort keys of its last item. Opaque to clients; stable while items come and go, unlike an
 * offset.
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\n";

    public static Cursor of(Object... keys) {
        return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
    }

    /**
     * @param encoded the request's {@code cursor}, absent for the first page
     * @param keys how many sort keys it must hold
     * @throws ProblemException 400 when it is not a cursor of that list
     */
    public static @Nullable Cursor decode(@Nullable String encoded, int keys) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(text.split(SEPARATOR, -1)));
            if (cursor.keys().size() == keys) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same answer as a cursor of another list.
        }
        throw notOurs();
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    public String text(int index) {
        return keys.get(index);
    }

    /** @throws ProblemException 400 when that key is no instant */
    public Instant instant(int index) {
        try {
            return Instant.parse(keys.get(index));
        } catch (DateTimeException e) {
            throw notOurs();
        }
    }

    /** @throws ProblemException 400 when that key is no whole number */
    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    /** @throws ProblemException 400 when that key is no number */
    public double decimal(int index) {
        try {
            return Double.parseDouble(keys.get(index));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    private static ProblemException notOurs() {
        return Problems.malformed("cursor", "format", "cursor must be the next of an earlier page of this list");
    }
}
