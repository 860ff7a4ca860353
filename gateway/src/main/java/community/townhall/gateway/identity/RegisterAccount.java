/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.kit.security.Role;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Registers an account for a new member. */
public final class RegisterAccount {

    /** In characters. */
    public static final int LONGEST_PASSWORD = 128;

    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_DISPLAY_NAME = 60;

    /** Names that would let a member pass for the house. */
    private static final Set<String> RESERVED =
            Set.of("operator", "admin", "administrator", "moderator", "staff", "system", "townhall", "townhall-cli");

    private final Accounts accounts;
    private final Passwords passwords;
    private final Supplier<String> ids;
    private final Clock clock;

    public RegisterAccount(Accounts accounts, Passwords passwords, Supplier<String> ids, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Registered(Account account) implements Outcome {}

        /**
         * @param field of the request
         * @param rule a stable name
         * @param message for people
         */
        record Refused(String field, String rule, String message) implements Outcome {}
    }

    /** Registers a member, unless a rule forbids it. */
    public Outcome member(String username, String password, String displayName) {
        Optional<Username> name = Username.of(username);
        Optional<Outcome.Refused> refusal = refusal(name, password, displayName);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Account account = account(name.orElseThrow(), password, displayName.strip(), Set.of(Role.MEMBER));
        return accounts.add(account) ? new Outcome.Registered(account) : taken(account.username());
    }

    /** Makes sure that there is an operator; one that exists keeps its password. */
    public void firstOperator(String password) {
        Username operator = new Username("operator");
        if (accounts.named(operator).isEmpty()) {
            accounts.add(account(operator, password, "Operator", Set.of(Role.OPERATOR)));
        }
    }

    private Account account(Username username, String password, String displayName, Set<Role> roles) {
        return new Account(
                ids.get(),
                username,
                displayName,
                passwords.hash(password),
                roles,
                SignInFailures.NONE,
                clock.instant(),
                1);
    }

    static Optional<Outcome.Refused> refusal(Optional<Username> username, String password, String displayName) {
        if (username.isEmpty()) {
            return refused("username", "form", "A username has 3 to 32 of the characters a–z, 0–9, _ and -");
        }
        String name = username.get().value();
        if (RESERVED.contains(name)) {
            return Optional.of(taken(username.get()));
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            return refused("password", "length", "A password has 10 to 128 characters");
        }
        if (password.toLowerCase(Locale.ROOT).contains(name)) {
            return refused("password", "containsUsername", "The password must not contain the username");
        }
        if (password.chars().distinct().count() < 4) {
            return refused("password", "repetitive", "The password has too few different characters");
        }
        String shown = displayName.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_DISPLAY_NAME) {
            return refused("displayName", "length", "A display name has 1 to 60 characters");
        }
        if (shown.chars().anyMatch(Character::isISOControl)) {
            return refused("displayName", "form", "A display name has no control characters");
        }
        return Optional.empty();
    }

    private static Optional<Outcome.Refused> refused(String field, String rule, String message) {
        return Optional.of(new Outcome.Refused(field, rule, message));
    }

    private static Outcome.Refused taken(Username username) {
        return new Outcome.Refused("username", "taken", "The username %s is taken".formatted(username));
    }
}
