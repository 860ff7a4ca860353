/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.identity.RegisterAccount.Outcome.Refused;
import community.townhall.gateway.identity.RegisterAccount.Outcome.Registered;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    /** Hashes that show what was compared with what. */
    private static final class PlainPasswords implements Passwords {

        final List<String> compared = new ArrayList<>();

        @Override
        public String hash(String password) {
            return "#" + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            compared.add(hash);
            return hash.equals(hash(password));
        }

        @Override
        public void matchNothing(String password) {
            compared.add("nothing");
        }
    }

    private static final class MovableClock extends Clock {

        Instant now = Instant.parse("2026-01-31T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Accounts accounts = new AccountsInMemory();
    private final PlainPasswords passwords = new PlainPasswords();
    private final MovableClock clock = new MovableClock();
    private int made;
    private final RegisterAccount register = new RegisterAccount(accounts, passwords, () -> "id-" + ++made, clock);
    private final SignIn signIn = new SignIn(accounts, passwords, clock);

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada_Lovelace-1815", " ada ", "0123456789-0123456789_012345678-"})
    void namesThatAreUsernames(String name) {
        assertThat(Username.of(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "a b c", "adä", "张三丰", "a.b", "0123456789-0123456789_0123456789-"})
    void namesThatAreNot(String name) {
        assertThat(Username.of(name)).isEmpty();
    }

    @Test
    void aMemberIsRegistered() {
        assertThat(register.member("Ada", "analytical engine", " Ada Lovelace "))
                .isInstanceOfSatisfying(Registered.class, done -> {
                    assertThat(done.account().username().value()).isEqualTo("ada");
                    assertThat(done.account().displayName()).isEqualTo("Ada Lovelace");
                    assertThat(done.account().roles()).containsExactly(Role.MEMBER);
                    assertThat(done.account().passwordHash()).isEqualTo("#analytical engine");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "a,  analytical engine, Ada, username, form",
        "admin, analytical engine, Ada, username, taken",
        "ada, too short, Ada, password, length",
        "ada, I am ADA indeed, Ada, password, containsUsername",
        "ada, aaaaaaaaaaaa, Ada, password, repetitive",
        "ada, analytical engine, '  ', displayName, length"
    })
    void aRuleIsNamedThatForbids(String username, String password, String name, String field, String rule) {
        assertThat(register.member(username, password, name)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).isEqualTo(rule);
        });
    }

    @Test
    void aNameIsTakenOnce() {
        register.member("ada", "analytical engine", "Ada");
        assertThat(register.member("ADA", "difference engine", "Another"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo("taken"));
    }

    @Test
    void theFirstOperatorKeepsItsPassword() {
        register.firstOperator("the first password");
        register.firstOperator("another password");
        assertThat(signIn.with("operator", "the first password")).isPresent();
        assertThat(signIn.with("operator", "another password")).isEmpty();
    }

    @Test
    void anUnknownNameTakesAsLongAsAKnownOne() {
        assertThat(signIn.with("nobody", "whatever it is")).isEmpty();
        assertThat(signIn.with("not a name", "whatever it is")).isEmpty();
        assertThat(passwords.compared).containsExactly("nothing", "nothing");
    }

    @Test
    void guessingClosesTheAccountForAWhile() {
        register.member("ada", "analytical engine", "Ada");
        for (int i = 0; i <= SignInFailures.FREE; i++) {
            assertThat(signIn.with("ada", "a wrong password")).isEmpty();
        }
        assertThat(signIn.with("ada", "analytical engine")).as("closed").isEmpty();
        clock.now = clock.now.plus(Duration.ofSeconds(30));
        assertThat(signIn.with("ada", "analytical engine")).as("open again").isPresent();
        assertThat(accounts.named(new Username("ada")).orElseThrow().failures()).isEqualTo(SignInFailures.NONE);
    }

    @Test
    void anOperatorNeitherStepsDownNorMakesAdministrators() {
        register.firstOperator("the first password");
        Account operator = accounts.named(new Username("operator")).orElseThrow();
        Caller self = new Caller(operator.id(), "Operator", EnumSet.of(Role.MEMBER, Role.MODERATOR, Role.OPERATOR));
        assertThat(rule(SetRoles.refusal(operator, Set.of(Role.MEMBER), self))).isEqualTo("self");
        assertThat(rule(SetRoles.refusal(operator, Set.of(Role.ADMINISTRATOR), self)))
                .isEqualTo("administrator");
        assertThat(SetRoles.refusal(operator, Set.of(Role.MODERATOR), new Caller("x", "X", self.roles())))
                .isEmpty();
    }

    private static String rule(Optional<SetRoles.Outcome.Refused> refusal) {
        return refusal.orElseThrow().rule();
    }

    @Test
    void rolesAreCumulative() {
        assertThat(RoleLadder.upTo(Set.of())).isEmpty();
        assertThat(RoleLadder.upTo(Set.of(Role.MODERATOR))).containsExactly(Role.MEMBER, Role.MODERATOR);
        assertThat(RoleLadder.upTo(Set.of(Role.MEMBER, Role.ADMINISTRATOR))).containsExactly(Role.values());
    }
}
