/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.kit.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptScopesTest {

    @Test
    void aScopeBringsTheRolesBelowIt() {
        assertThat(ScriptScopes.roles(List.of("operator"))).containsExactly(Role.MEMBER, Role.MODERATOR, Role.OPERATOR);
        assertThat(ScriptScopes.roles(List.of("member"))).containsExactly(Role.MEMBER);
    }

    @Test
    void noScopeBringsNoRoleAndNoneMakesAnAdministrator() {
        assertThat(ScriptScopes.roles(List.of())).isEmpty();
        assertThat(ScriptScopes.roles(List.of("administrator", "openid"))).isEmpty();
    }
}
