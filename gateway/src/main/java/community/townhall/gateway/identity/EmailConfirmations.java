/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.Optional;

/** Addresses that wait for their owner to confirm them, one an account. Only a hash of a link's secret is kept. */
public interface EmailConfirmations {

    /** In place of a former one. */
    void put(String accountId, Email email, Instant expiresAt);

    /** The address that an account waits for, unless its time is over. */
    Optional<Email> of(String accountId, Instant now);

    /** Gives the link its secret, in place of a former one; false when that address is no longer waited for. */
    boolean seal(String accountId, Email email, String secret);

    /** Whose link it is, unless its time is over. */
    Optional<Waiting> with(String secret, Instant now);

    /** False when it was spent before: of two who try at once, one succeeds. */
    boolean spend(Waiting waiting, String secret);

    void forget(String accountId);

    /** An account that waits for an address. */
    record Waiting(String accountId, Email email) {}
}
