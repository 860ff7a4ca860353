/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.kit.security.Role;
import community.townhall.texts.Names;
import community.townhall.texts.StaffNames;
import community.townhall.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Registers an account for a new member. */
public final class RegisterAccount {

    private static final int LONGEST_DISPLAY_NAME = 60;

    /** Names that would let a member pass for the house. */
    private static final Set<String> RESERVED =
            Set.of("operator", "admin", "administrator", "moderator", "staff", "system", "townhall", "townhall-cli");

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SecurityLog log;
    private final Supplier<String> ids;
    private final Clock clock;

    public RegisterAccount(
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            SecurityLog log,
            Supplier<String> ids,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Registered(Account account) implements Outcome {}

        record NotRegistered(Refused why) implements Outcome {}
    }

    /** Registers a member, unless a rule forbids it. */
    public Outcome member(String username, String password, String displayName) {
        Optional<Username> name = Username.of(username);
        String shown = Names.normalise(displayName);
        Optional<Refused> refusal = refusal(name, password, shown);
        if (refusal.isPresent()) {
            return new Outcome.NotRegistered(refusal.get());
        }
        Account account = account(name.orElseThrow(), password, shown, Set.of(Role.MEMBER));
        if (!accounts.add(account)) {
            return new Outcome.NotRegistered(taken(account.username()));
        }
        log.record("registered", Map.of("account", account.id()));
        return new Outcome.Registered(account);
    }

    /** Makes sure that there is an operator; one that exists keeps its password. */
    public void firstOperator(String password) {
        Username operator = new Username("operator");
        if (accounts.named(operator).isEmpty()) {
            accounts.add(account(operator, password, "Operator", Set.of(Role.OPERATOR)));
        }
    }

    private Account account(Username username, String password, String displayName, Set<Role> roles) {
        Instant now = clock.instant();
        return new Account(
                ids.get(),
                username,
                displayName,
                passwords.hash(password),
                roles,
                Account.State.ACTIVE,
                now,
                now,
                null,
                1);
    }

    Optional<Refused> refusal(Optional<Username> username, String password, String displayName) {
        if (username.isEmpty()) {
            return Optional.of(
                    new Refused("username", "form", "A username has 3 to 32 of the characters a–z, 0–9, _ and -"));
        }
        if (RESERVED.contains(username.get().value())) {
            return Optional.of(taken(username.get()));
        }
        return rules.refusal("password", password, username.get(), displayName).or(() -> refusalOfName(displayName));
    }

    private static Optional<Refused> refusalOfName(String displayName) {
        if (displayName.isEmpty() || Texts.lengthOf(displayName) > LONGEST_DISPLAY_NAME) {
            return Optional.of(new Refused("displayName", "length", "A display name has 1 to 60 characters"));
        }
        if (StaffNames.isOne(displayName)) {
            return Optional.of(new Refused(
                    "displayName", "reserved", "The display name would let a member pass for one of the staff"));
        }
        if (Names.isAddress(displayName)) {
            return Optional.of(new Refused("displayName", "address", "A display name must not be or have an address"));
        }
        return Names.flawIn(displayName)
                .map(flaw -> new Refused("displayName", flaw.rule(), "A display name " + flaw.message()));
    }

    private static Refused taken(Username username) {
        return new Refused("username", "taken", "The username %s is taken".formatted(username));
    }
}
