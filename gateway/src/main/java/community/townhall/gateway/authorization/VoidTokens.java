/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import community.townhall.gateway.Expiring;
import community.townhall.kit.security.Revocations;
import java.time.Instant;

/** The tokens that are void before they expire, shared by all gateways. */
public interface VoidTokens extends Expiring {

    /**
     * One token.
     *
     * @param expiresAt when it need not be remembered any longer
     */
    void add(String tokenId, Instant expiresAt);

    /** All that have been issued for this member so far. */
    void addAllOf(String memberId);

    /** The whole list, as the store has it. */
    Revocations list();
}
