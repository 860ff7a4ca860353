/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import community.townhall.gateway.Expiring;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the built-in server has granted, shared by all gateways. One that has expired is never found. */
public interface StoredAuthorizations extends Expiring {

    Optional<byte[]> withId(String id);

    /** By a hash of one of its tokens. */
    Optional<byte[]> withToken(String hash);

    /**
     * Stores it anew.
     *
     * @param hashes of all tokens by which it may be looked for
     * @param expiresAt when the last of them has
     */
    void put(String id, byte[] authorization, Set<String> hashes, Instant expiresAt);

    void remove(String id);
}
