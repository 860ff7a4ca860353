/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Instant;
import java.util.Optional;

/** The links by which a password may be set anew, one an account and way. Only a hash of a link's secret is kept. */
public interface PasswordResets {

    /** Whom it was given by: one way's link does not void the other's. */
    enum By {
        OPERATOR,
        MAIL
    }

    void put(String accountId, By by, String secret, Instant expiresAt);

    /** Whose link it is, unless its time is over. */
    Optional<String> accountOf(String secret, Instant now);

    /** False when it was spent before: of two who try at once, one succeeds. */
    boolean spend(String accountId, String secret);

    void forget(String accountId);
}
