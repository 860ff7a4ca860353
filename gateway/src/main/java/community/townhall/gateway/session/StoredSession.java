/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser's session as it is kept.
 *
 * @param id a hash of what the browser's cookie holds: who can read the store cannot take a session over
 * @param memberId who has signed in
 * @param attributes by name, serialized
 * @param seenAt when the browser was last heard of, to the minute
 * @param expiresAt when it is over, unless the browser is heard of before
 */
public record StoredSession(
        String id,
        @Nullable String memberId,
        Map<String, byte[]> attributes,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt) {

    public StoredSession {
        attributes = Map.copyOf(attributes);
    }
}
