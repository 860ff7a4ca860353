/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do, by the {@code roles} claim of the access token. */
public enum Role {
    MEMBER,
    MODERATOR,
    OPERATOR,
    ADMINISTRATOR;

    /** The role of that name in a token; empty for a role of somebody else's. */
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
