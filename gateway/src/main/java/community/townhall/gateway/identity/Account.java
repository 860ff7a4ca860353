/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param id the member id, the same in every service
 * @param roles what was given; {@link RoleLadder} says what each brings along
 * @param version of the roles, for optimistic locking
 */
public record Account(
        String id,
        Username username,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        SignInFailures failures,
        Instant registeredAt,
        long version) {

    public Account {
        roles = Set.copyOf(roles);
    }
}
