/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import java.util.Set;

/**
 * The member on whose behalf a request is made, as a verified access token says. A controller method takes it as an
 * argument: {@code @Nullable} where readers need not sign in.
 *
 * @param memberId the token's subject
 * @param name what the member is called, for first use
 */
public record Caller(String memberId, String name, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isModerator() {
        return is(Role.MODERATOR);
    }

    public boolean isOperator() {
        return is(Role.OPERATOR);
    }
}
