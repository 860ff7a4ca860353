/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.identity.Account;
import community.townhall.kit.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** @param state {@code active}, {@code stopped} by an operator, or {@code closed} by its owner */
record AccountView(
        String id,
        String username,
        String displayName,
        List<String> roles,
        String state,
        Instant registeredAt,
        Instant passwordSetAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.username().value(),
                account.displayName(),
                account.roles().stream().sorted().map(AccountView::name).toList(),
                account.state().name().toLowerCase(Locale.ROOT),
                account.registeredAt(),
                account.passwordSetAt());
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
