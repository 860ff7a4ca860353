/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the port promises, without a database. */
final class AccountsInMemory implements Accounts {

    private final Map<String, Account> byId = new HashMap<>();

    @Override
    public Optional<Account> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Account> named(Username username) {
        return byId.values().stream()
                .filter(account -> account.username().equals(username))
                .findFirst();
    }

    @Override
    public boolean add(Account account) {
        if (named(account.username()).isPresent()) {
            return false;
        }
        byId.put(account.id(), account);
        return true;
    }

    @Override
    public boolean updateRoles(Account account) {
        Account stored = withId(account.id()).orElseThrow();
        if (stored.version() != account.version() - 1) {
            return false;
        }
        byId.put(account.id(), account);
        return true;
    }

    @Override
    public boolean updateFailures(Account before, SignInFailures after) {
        Account stored = withId(before.id()).orElseThrow();
        if (!stored.failures().equals(before.failures())) {
            return false;
        }
        byId.put(
                stored.id(),
                new Account(
                        stored.id(),
                        stored.username(),
                        stored.displayName(),
                        stored.passwordHash(),
                        stored.roles(),
                        after,
                        stored.registeredAt(),
                        stored.version()));
        return true;
    }
}
