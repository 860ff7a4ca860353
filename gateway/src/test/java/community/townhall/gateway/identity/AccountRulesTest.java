/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.gateway.MovableClock;
import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.RegisterAccount.Outcome.NotRegistered;
import community.townhall.gateway.identity.RegisterAccount.Outcome.Registered;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    private final AccountsInMemory accounts = new AccountsInMemory();
    private final PlainPasswords passwords = new PlainPasswords();
    private final MovableClock clock = new MovableClock();
    private int made;
    private final SignInAttempts attempts = new AttemptsInMemory();
    private final List<String> logged = new ArrayList<>();
    private final SecurityLog log = (event, details) -> logged.add(event + " " + new TreeMap<>(details));
    private final PasswordRules rules = new PasswordRules((password, hints) -> password.equals("password12"));
    private final RegisterAccount register =
            new RegisterAccount(accounts, passwords, rules, log, () -> "id-" + ++made, clock);
    private final SignIn signIn = new SignIn(accounts, attempts, passwords, log, clock);
    private final List<String> signedOut = new ArrayList<>();
    private final List<String> renewed = new ArrayList<>();
    private final SignOuts signOuts = new SignOuts() {
        @Override
        public void everywhere(String account, @Nullable String session) {
            signedOut.add(session == null ? account : account + " but " + session);
        }

        @Override
        public void renewTokens(String account) {
            renewed.add(account);
        }
    };
    private final ManageAccounts manage = new ManageAccounts(accounts, attempts, signOuts, log);
    private final MailInMemory mail = new MailInMemory();
    private final ManagePassword managePassword = new ManagePassword(
            accounts,
            new ResetsInMemory(),
            passwords,
            rules,
            signIn,
            attempts,
            signOuts,
            mail,
            mail,
            () -> "letter-" + ++made,
            () -> "secret-" + ++made,
            log,
            clock);
    private final Caller operator =
            new Caller("op", "Operator", EnumSet.of(Role.MEMBER, Role.MODERATOR, Role.OPERATOR));
    private final SignInSource home = new SignInSource("192.0.2.1", Optional.empty());

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
        "ada, password12, Ada, password, common",
        "ada, analytical engine, '  ', displayName, length",
        "ada, analytical engine, 0perator, displayName, reserved",
        "ada, analytical engine, Buy at https://spam.example, displayName, address",
        "ada, analytical engine, ｗｗｗ.spam.example, displayName, address",
        "ada, analytical engine, t.me/spam, displayName, address",
        "ada, analytical engine, '\u202Emoderator', displayName, reserved",
        "ada, analytical engine, 'A\u200Bda', displayName, characters"
    })
    void aRuleIsNamedThatForbids(String username, String password, String name, String field, String rule) {
        assertThat(register.member(username, password, name)).isInstanceOfSatisfying(NotRegistered.class, refused -> {
            assertThat(refused.why().field()).isEqualTo(field);
            assertThat(refused.why().rule()).isEqualTo(rule);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "9,  60, password",
        "10, 60, registered",
        "128, 60, registered",
        "129, 60, password",
        "128, 61, displayName",
    })
    void whatIsBoundedIsCountedInCharacters(int ofPassword, int ofName, String atFault) {
        String faces = IntStream.range(0, ofPassword)
                .mapToObj(i -> Character.toString(0x1F600 + i % 10))
                .collect(Collectors.joining());

        RegisterAccount.Outcome outcome = register.member("ada", faces, "\uD83D\uDE00".repeat(ofName));

        assertThat(
                        switch (outcome) {
                            case Registered _ -> "registered";
                            case NotRegistered refused -> refused.why().field();
                        })
                .isEqualTo(atFault);
    }

    @Test
    void aLongPasswordIsTakenToSignInWith() {
        String faces = "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03".repeat(32);
        register.member("ada", faces, "Ada");

        assertThat(signIn.with("ada", faces, home)).isPresent();
    }

    @Test
    void aNameIsTakenOnce() {
        register.member("ada", "analytical engine", "Ada");
        assertThat(register.member("ADA", "difference engine", "Another"))
                .isInstanceOfSatisfying(
                        NotRegistered.class,
                        refused -> assertThat(refused.why().rule()).isEqualTo("taken"));
    }

    @Test
    void theFirstOperatorKeepsItsPassword() {
        register.firstOperator("the first password");
        register.firstOperator("another password");
        assertThat(signIn.with("operator", "the first password", home)).isPresent();
        assertThat(signIn.with("operator", "another password", home)).isEmpty();
    }

    @Test
    void anUnknownNameTakesAsLongAsAKnownOne() {
        assertThat(signIn.with("nobody", "whatever it is", home)).isEmpty();
        assertThat(signIn.with("not a name", "whatever it is", home)).isEmpty();
        assertThat(passwords.compared).containsExactly("nothing", "nothing");
    }

    @Test
    void guessingClosesTheAccountForAWhile() {
        register.member("ada", "analytical engine", "Ada");
        for (int i = 0; i <= SignInFailures.FREE; i++) {
            assertThat(signIn.with("ada", "a wrong password", home)).isEmpty();
        }
        assertThat(signIn.with("ada", "analytical engine", home)).as("closed").isEmpty();
        clock.passes(Duration.ofSeconds(30));
        assertThat(signIn.with("ada", "analytical engine", home))
                .as("open again")
                .isPresent();
        assertThat(attempts.failures("id-1", home.ofAddress())).isEqualTo(SignInFailures.NONE);
    }

    @Test
    void guessingFromElsewhereClosesTheAccountToWhoeverGuesses() {
        register.member("ada", "analytical engine", "Ada");
        SignInSource stranger = new SignInSource("203.0.113.7", Optional.empty());
        for (int i = 0; i < 12; i++) {
            assertThat(signIn.with("ada", "a wrong password", stranger)).isEmpty();
        }
        assertThat(signIn.with("ada", "analytical engine", stranger))
                .as("closed there")
                .isEmpty();
        assertThat(signIn.with("ada", "analytical engine", home))
                .as("open here")
                .isPresent();
    }

    @Test
    void guessingFromManyAddressesClosesTheAccountToAllStrangersButNotToADeviceThatIsKnown() {
        register.member("ada", "analytical engine", "Ada");
        for (int i = 0; i <= SignInFailures.FREE_TO_STRANGERS; i++) {
            assertThat(signIn.with("ada", "a wrong password", new SignInSource("203.0.113." + i, Optional.empty())))
                    .isEmpty();
        }
        assertThat(signIn.with("ada", "analytical engine", home))
                .as("a stranger")
                .isEmpty();
        SignInSource laptop =
                new SignInSource("192.0.2.1", Optional.of(new SignInSource.Device("laptop", "id-1", clock.instant())));
        assertThat(signIn.with("ada", "analytical engine", laptop)).as("known").isPresent();
        SignInSource others =
                new SignInSource("192.0.2.1", Optional.of(new SignInSource.Device("laptop", "id-2", clock.instant())));
        assertThat(signIn.with("ada", "analytical engine", others))
                .as("known to somebody else")
                .isEmpty();
    }

    @Test
    void anOperatorOpensAClosedAccount() {
        register.member("ada", "analytical engine", "Ada");
        for (int i = 0; i <= SignInFailures.FREE; i++) {
            signIn.with("ada", "a wrong password", home);
        }
        manage.unlock("id-1", operator);
        assertThat(signIn.with("ada", "analytical engine", home)).isPresent();
    }

    @Test
    void aStoppedAccountSignsNobodyInUntilItIsStarted() {
        register.member("ada", "analytical engine", "Ada");
        manage.stop("id-1", operator);
        assertThat(signIn.with("ada", "analytical engine", home)).isEmpty();
        assertThat(signedOut).containsExactly("id-1");
        manage.start("id-1", operator);
        assertThat(signIn.with("ada", "analytical engine", home)).isPresent();
    }

    @Test
    void whatItsOwnerClosedStaysClosedAndItsNameIsNobodyElses() {
        register.member("ada", "analytical engine", "Ada");
        manage.close(accounts.withId("id-1").orElseThrow());
        assertThat(manage.start("id-1", operator)).isInstanceOf(ManageAccounts.Outcome.Refused.class);
        assertThat(register.member("ada", "difference engine", "Another")).isInstanceOf(NotRegistered.class);
    }

    @Test
    void nobodyStopsOrUnlocksThemselvesOrOneAboveThem() {
        register.firstOperator("the first password");
        Caller self = new Caller("id-1", "Operator", operator.roles());
        assertThat(manage.stop("id-1", self)).isInstanceOf(ManageAccounts.Outcome.Refused.class);
        assertThat(manage.unlock("id-1", self)).isInstanceOf(ManageAccounts.Outcome.Refused.class);
        register.member("ada", "analytical engine", "Ada");
        Caller administrator = new Caller("root", "Root", EnumSet.allOf(Role.class));
        manage.setRoles("id-2", Set.of(Role.ADMINISTRATOR), administrator);
        assertThat(manage.stop("id-2", operator)).isInstanceOf(ManageAccounts.Outcome.Refused.class);
        assertThat(manage.unlock("id-2", operator)).isInstanceOf(ManageAccounts.Outcome.Refused.class);
    }

    @Test
    void aNewPasswordEndsWhatTheOldOneBegan() {
        register.member("ada", "analytical engine", "Ada");
        Account ada = accounts.withId("id-1").orElseThrow();
        assertThat(change(ada, "a wrong password", "difference engine")).isEqualTo("currentPassword wrong");
        assertThat(change(ada, "analytical engine", "password12")).isEqualTo("newPassword common");
        assertThat(change(ada, "analytical engine", "difference engine")).isEqualTo("done");
        assertThat(signedOut).containsExactly("id-1 but here");
        assertThat(signIn.with("ada", "analytical engine", home)).isEmpty();
        assertThat(signIn.with("ada", "difference engine", home)).isPresent();
    }

    private String change(Account account, String current, String wanted) {
        return managePassword
                .change(account, current, wanted, home, "here", Language.ENGLISH)
                .map(why -> why.field() + " " + why.rule())
                .orElse("done");
    }

    @Test
    void aLinkWorksOnceAndForADay() {
        register.member("ada", "analytical engine", "Ada");
        Account ada = accounts.withId("id-1").orElseThrow();
        String first = managePassword.link(ada, operator).secret();
        String second = managePassword.link(ada, operator).secret();
        assertThat(managePassword.redeem(first, "difference engine", Language.ENGLISH))
                .as("replaced")
                .isPresent();
        assertThat(managePassword.redeem(second, "too short", Language.ENGLISH))
                .as("a bad password spends nothing")
                .isPresent();
        assertThat(managePassword.redeem(second, "difference engine", Language.ENGLISH))
                .isEmpty();
        assertThat(managePassword.redeem(second, "yet another engine", Language.ENGLISH))
                .as("spent")
                .isPresent();
        assertThat(signIn.with("ada", "difference engine", home)).isPresent();
        String late = managePassword.link(ada, operator).secret();
        clock.passes(ManagePassword.LINK_LIFETIME);
        assertThat(managePassword.redeem(late, "yet another engine", Language.ENGLISH))
                .as("too late")
                .isPresent();
    }

    @Test
    void theSecurityLogHoldsWhoAndWhereAndNoSecret() {
        register.member("ada", "analytical engine", "Ada");
        signIn.with("ada", "a wrong password", home);
        signIn.with("my password by mistake", "analytical engine", home);
        signIn.with("ada", "analytical engine", home);
        assertThat(logged)
                .containsExactly(
                        "registered {account=id-1}",
                        "sign-in-failed {account=id-1, address=192.0.2.1}",
                        "sign-in-failed {account=unknown, address=192.0.2.1}",
                        "signed-in {account=id-1, address=192.0.2.1}");
    }

    @Test
    void anOperatorNeitherStepsDownNorMakesAdministrators() {
        register.firstOperator("the first password");
        Account operator = accounts.named(new Username("operator")).orElseThrow();
        Caller self = new Caller(operator.id(), "Operator", EnumSet.of(Role.MEMBER, Role.MODERATOR, Role.OPERATOR));
        assertThat(rule(ManageAccounts.refusal(operator, Set.of(Role.MEMBER), self)))
                .isEqualTo("self");
        assertThat(rule(ManageAccounts.refusal(operator, Set.of(Role.ADMINISTRATOR), self)))
                .isEqualTo("administrator");
        assertThat(ManageAccounts.refusal(operator, Set.of(Role.MODERATOR), new Caller("x", "X", self.roles())))
                .isEmpty();
    }

    @Test
    void oneOperatorIsAlwaysLeft() {
        register.firstOperator("the first password");
        register.member("ada", "analytical engine", "Ada");
        Caller script = new Caller("script", "Script", operator.roles());

        assertThat(manage.stop("id-1", script)).isEqualTo(new ManageAccounts.Outcome.LastOperator());
        assertThat(manage.setRoles("id-1", Set.of(Role.MODERATOR), script))
                .isEqualTo(new ManageAccounts.Outcome.LastOperator());
        assertThat(accounts.withId("id-1").orElseThrow().isActive()).isTrue();
        assertThat(signedOut).isEmpty();

        manage.setRoles("id-2", Set.of(Role.OPERATOR), script);
        manage.stop("id-2", script);
        assertThat(manage.stop("id-1", script))
                .as("the other one is stopped")
                .isEqualTo(new ManageAccounts.Outcome.LastOperator());
        manage.start("id-2", script);
        assertThat(manage.stop("id-1", script)).isInstanceOf(ManageAccounts.Outcome.Done.class);
        assertThat(manage.setRoles("id-2", Set.of(Role.MEMBER), script))
                .isEqualTo(new ManageAccounts.Outcome.LastOperator());
    }

    @Test
    void anAdministratorIsAnOperatorToo() {
        register.firstOperator("the first password");
        register.member("ada", "analytical engine", "Ada");
        Caller administrator = new Caller("root", "Root", EnumSet.allOf(Role.class));

        manage.setRoles("id-2", Set.of(Role.ADMINISTRATOR), administrator);

        assertThat(manage.setRoles("id-1", Set.of(Role.MEMBER), administrator))
                .isInstanceOf(ManageAccounts.Outcome.Done.class);
        assertThat(manage.stop("id-2", administrator)).isEqualTo(new ManageAccounts.Outcome.LastOperator());
    }

    /** Each of the two changes sees the account that the other one changes. */
    @Test
    void oneOperatorIsLeftToWhoStopTheLastTwoAtTheSameTime() {
        register.firstOperator("the first password");
        register.member("ada", "analytical engine", "Ada");
        Caller script = new Caller("script", "Script", operator.roles());
        manage.setRoles("id-2", Set.of(Role.OPERATOR), script);

        accounts.beforeNextUpdate(() -> manage.stop("id-2", script));

        assertThat(manage.stop("id-1", script)).isEqualTo(new ManageAccounts.Outcome.LastOperator());
        assertThat(accounts.withId("id-1").orElseThrow().isActive()).isTrue();
    }

    @Test
    void aClosedAccountKeepsItsRoles() {
        register.member("ada", "analytical engine", "Ada");
        manage.close(accounts.withId("id-1").orElseThrow());

        assertThat(manage.setRoles("id-1", Set.of(Role.MODERATOR), operator))
                .isInstanceOfSatisfying(
                        ManageAccounts.Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("closed"));
        assertThat(accounts.withId("id-1").orElseThrow().roles()).containsExactly(Role.MEMBER);
    }

    private static String rule(Optional<ManageAccounts.Outcome> refusal) {
        return refusal.map(ManageAccounts.Outcome.Refused.class::cast)
                .orElseThrow()
                .rule();
    }

    @Test
    void rolesAreCumulative() {
        assertThat(RoleLadder.upTo(Set.of())).isEmpty();
        assertThat(RoleLadder.upTo(Set.of(Role.MODERATOR))).containsExactly(Role.MEMBER, Role.MODERATOR);
        assertThat(RoleLadder.upTo(Set.of(Role.MEMBER, Role.ADMINISTRATOR))).containsExactly(Role.values());
    }
}
