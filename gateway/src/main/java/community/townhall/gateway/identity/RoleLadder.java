/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Roles are cumulative: a moderator is a member too, an operator both, an administrator all. */
public final class RoleLadder {

    private RoleLadder() {}

    /** These roles and all below the highest of them. */
    public static Set<Role> upTo(Collection<Role> given) {
        EnumSet<Role> reached = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> given.stream().anyMatch(one -> one.compareTo(role) >= 0))
                .forEach(reached::add);
        return reached;
    }
}
