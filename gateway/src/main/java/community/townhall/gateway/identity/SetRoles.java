/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Sets what an account may do. Tokens say so when they are next renewed. */
public final class SetRoles {

    private final Accounts accounts;

    public SetRoles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Done(Account account) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Somebody else changed the roles at the same time. */
        record Stale() implements Outcome {}

        record Refused(String rule, String message) implements Outcome {}
    }

    public Outcome of(String accountId, Set<Role> roles, Caller by) {
        Optional<Account> found = accounts.withId(accountId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Account account = found.get();
        Optional<Outcome.Refused> refusal = refusal(account, roles, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Account changed = new Account(
                account.id(),
                account.username(),
                account.displayName(),
                account.passwordHash(),
                roles,
                account.failures(),
                account.registeredAt(),
                account.version() + 1);
        return accounts.updateRoles(changed) ? new Outcome.Done(changed) : new Outcome.Stale();
    }

    static Optional<Outcome.Refused> refusal(Account account, Set<Role> roles, Caller by) {
        if (account.id().equals(by.memberId()) && !RoleLadder.upTo(roles).contains(Role.OPERATOR)) {
            return Optional.of(new Outcome.Refused("self", "Nobody takes the operator's role from themselves"));
        }
        Set<Role> touched = new HashSet<>(roles);
        touched.addAll(account.roles());
        if (touched.contains(Role.ADMINISTRATOR) && !by.is(Role.ADMINISTRATOR)) {
            return Optional.of(
                    new Outcome.Refused("administrator", "Only an administrator changes who is administrator"));
        }
        return Optional.empty();
    }
}
