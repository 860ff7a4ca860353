/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;

/** The wrong passwords there were lately, by account and where they came from. */
public interface SignInAttempts {

    /** {@link SignInFailures#NONE} when there were none. */
    SignInFailures failures(String accountId, String from);

    /** False when another attempt came between. */
    boolean update(String accountId, String from, SignInFailures before, SignInFailures after, Instant now);

    /** Unlocks the account from everywhere. */
    void forgetFailures(String accountId);
}
