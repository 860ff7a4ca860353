/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.identity.Account;
import community.townhall.kit.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param state {@code active}, {@code stopped} by an operator, or {@code closed} by its owner
 * @param lockedUntil when it is open again to those who gave wrong passwords; null when it is open to all
 */
record AccountView(
        String id,
        String username,
        String displayName,
        List<String> roles,
        String state,
        Instant registeredAt,
        Instant passwordSetAt,
        @Nullable Instant lockedUntil) {

    static AccountView of(Account account, Optional<Instant> lockedUntil) {
        return new AccountView(
                account.id(),
                account.username().value(),
                account.displayName(),
                account.roles().stream().sorted().map(AccountView::name).toList(),
                name(account.state()),
                account.registeredAt(),
                account.passwordSetAt(),
                lockedUntil.orElse(null));
    }

    static String name(Account.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
