/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session;

import community.townhall.gateway.Expiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions there are. One that is over is never found, whether or not it has been swept away. */
public interface StoredSessions extends Expiring {

    Optional<StoredSession> withId(String id);

    List<StoredSession> ofMember(String memberId);

    void add(StoredSession session);

    /** Changes only what is named; false when the session is over: it stays so, whatever a late request still says. */
    boolean update(String id, Changes changes);

    /** False when there was none. */
    boolean remove(String id);

    /** Ends all of a member's sessions but this one. */
    void removeAllOf(String memberId, @Nullable String exceptId);

    /** What a request has changed of a session. */
    record Changes(
            Map<String, byte[]> set,
            Set<String> removed,
            @Nullable String memberId,
            Instant seenAt,
            Instant expiresAt) {

        public Changes {
            set = Map.copyOf(set);
            removed = Set.copyOf(removed);
        }
    }
}
