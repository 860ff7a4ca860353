/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.util.Optional;

/** The accounts there are. */
public interface Accounts {

    Optional<Account> withId(String id);

    Optional<Account> named(Username username);

    /** False, and nothing stored, when the username is taken. */
    boolean add(Account account);

    /** Sets roles and version; false when the stored version is not the one before. */
    boolean updateRoles(Account account);

    /** Sets the failures if they are still what they were; false when another attempt came between. */
    boolean updateFailures(Account before, SignInFailures after);
}
