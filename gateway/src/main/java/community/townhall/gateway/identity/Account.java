/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id the member id, the same in every service
 * @param roles what was given; {@link RoleLadder} says what each brings along
 * @param passwordSetAt when its password was last set, by whomever
 * @param email confirmed by its owner, absent when there is none
 * @param version counts changes, for optimistic locking
 */
public record Account(
        String id,
        Username username,
        String displayName,
        String passwordHash,
        Set<Role> roles,
        State state,
        Instant registeredAt,
        Instant passwordSetAt,
        @Nullable Email email,
        long version) {

    /** Whether it may be signed in with. */
    public enum State {
        ACTIVE,
        /** By an operator, who may start it again. */
        STOPPED,
        /** By its owner, for good. Its username is given to nobody else. */
        CLOSED
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    Account withRoles(Set<Role> changed) {
        return new Account(
                id,
                username,
                displayName,
                passwordHash,
                changed,
                state,
                registeredAt,
                passwordSetAt,
                email,
                version + 1);
    }

    Account in(State changed) {
        @Nullable Email kept = changed == State.CLOSED ? null : email;
        return new Account(
                id,
                username,
                displayName,
                passwordHash,
                roles,
                changed,
                registeredAt,
                passwordSetAt,
                kept,
                version + 1);
    }

    /** With the roles and in the state of before. */
    Account like(Account before) {
        return new Account(
                id,
                username,
                displayName,
                passwordHash,
                before.roles,
                before.state,
                registeredAt,
                passwordSetAt,
                email,
                version + 1);
    }

    Account withEmail(@Nullable Email changed) {
        return new Account(
                id,
                username,
                displayName,
                passwordHash,
                roles,
                state,
                registeredAt,
                passwordSetAt,
                changed,
                version + 1);
    }

    Account withPassword(String hash, Instant now) {
        return new Account(id, username, displayName, hash, roles, state, registeredAt, now, email, version + 1);
    }
}
