/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accounts there are. */
public interface Accounts {

    Optional<Account> withId(String id);

    Optional<Account> named(Username username);

    /** The one that has confirmed this address. */
    Optional<Account> withEmail(Email email);

    /**
     * By username.
     *
     * @param beginning of the usernames asked for, empty for all
     * @param after the username before the first one wanted
     */
    List<Account> list(String beginning, @Nullable String after, int limit);

    /** Whether somebody with one of the roles can sign in with another account than that. */
    boolean isAnotherActive(Set<Role> roles, String thanId);

    /** False, and nothing stored, when the username is taken. */
    boolean add(Account account);

    /** Sets what changes of an account; false when the stored version is not the one before, or another has that address. */
    boolean update(Account account);
}
