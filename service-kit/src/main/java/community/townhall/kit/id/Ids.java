/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** New ids: version 7 UUIDs (RFC 9562 §5.7), so that ids made later sort later and indexes grow at one end. */
public final class Ids {

    /** Of 48 bits of milliseconds. */
    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    private Ids() {}

    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Sorts after every id made before that moment, and before every one made at it or later. */
    public static String floor(Instant moment) {
        long millis = moment.isAfter(LAST) ? LAST.toEpochMilli() : Math.max(0, moment.toEpochMilli());
        String hex = "%012x".formatted(millis);
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }

    /** When it was made; empty for an id of another kind. */
    public static Optional<Instant> madeAt(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == 7
                    ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
