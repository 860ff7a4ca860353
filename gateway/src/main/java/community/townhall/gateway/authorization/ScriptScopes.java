/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import community.townhall.gateway.identity.RoleLadder;
import community.townhall.kit.security.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a script may ask for. Asking for nothing gets a token without a role. */
public final class ScriptScopes {

    /** An administrator is a person. */
    public static final List<String> ALL = List.of("member", "moderator", "operator");

    private ScriptScopes() {}

    /** The roles of these scopes, with all that each brings along. */
    public static Set<Role> roles(Collection<String> scopes) {
        return RoleLadder.upTo(Arrays.stream(Role.values())
                .filter(role -> ALL.contains(name(role)) && scopes.contains(name(role)))
                .toList());
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
