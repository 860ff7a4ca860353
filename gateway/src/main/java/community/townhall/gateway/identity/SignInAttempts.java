/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.Optional;

/** The wrong passwords there were lately, by account and where they came from. */
public interface SignInAttempts {

    /** {@link SignInFailures#NONE} when there were none. */
    SignInFailures failures(String accountId, String from);

    /** False when another attempt came between. */
    boolean update(String accountId, String from, SignInFailures before, SignInFailures after, Instant now);

    /** Until when the account is closed to somebody, the longest there is; empty when it is open to all. */
    Optional<Instant> lockedUntil(String accountId, Instant now);

    /** Unlocks the account from everywhere. */
    void forgetFailures(String accountId);
}
