/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the port promises, without a database. */
final class AccountsInMemory implements Accounts {

    private final Map<String, Account> byId = new HashMap<>();

    private Runnable beforeUpdate = () -> {};

    /** What somebody else does at that moment. */
    void beforeNextUpdate(Runnable meanwhile) {
        beforeUpdate = meanwhile;
    }

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
    public Optional<Account> withEmail(Email email) {
        return byId.values().stream()
                .filter(account -> email.equals(account.email()))
                .findFirst();
    }

    @Override
    public boolean isAnotherActive(Set<Role> roles, String thanId) {
        return byId.values().stream()
                .anyMatch(account -> account.isActive()
                        && !account.id().equals(thanId)
                        && account.roles().stream().anyMatch(roles::contains));
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
    public List<Account> list(String beginning, @Nullable String after, int limit) {
        return byId.values().stream()
                .filter(account -> account.username().value().startsWith(beginning))
                .filter(account -> after == null || account.username().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(account -> account.username().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean update(Account account) {
        Runnable meanwhile = beforeUpdate;
        beforeUpdate = () -> {};
        meanwhile.run();
        Account stored = withId(account.id()).orElseThrow();
        if (stored.version() != account.version() - 1) {
            return false;
        }
        byId.put(account.id(), account);
        return true;
    }
}
