/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs somebody in by username and password. An unknown name, a wrong password and a closed account look and last the
 * same from outside.
 */
public final class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    public SignIn(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The account, when the password is its own and the account is not closed. */
    public Optional<Account> with(String username, String password) {
        Optional<Account> known = Username.of(username).flatMap(accounts::named);
        if (known.isEmpty() || !isAcceptable(password)) {
            passwords.matchNothing(password);
            return Optional.empty();
        }
        Account account = known.get();
        boolean right = passwords.matches(password, account.passwordHash());
        Instant now = clock.instant();
        if (account.failures().isLocked(now)) {
            return Optional.empty();
        }
        if (!right) {
            count(account, now);
            return Optional.empty();
        }
        if (!account.failures().equals(SignInFailures.NONE)) {
            accounts.updateFailures(account, SignInFailures.NONE);
        }
        return Optional.of(account);
    }

    private static boolean isAcceptable(String password) {
        return password.length() <= RegisterAccount.LONGEST_PASSWORD;
    }

    /** Guesses sent at the same time each count. */
    private void count(Account account, Instant now) {
        Account current = account;
        while (!accounts.updateFailures(current, current.failures().oneMore(now))) {
            Optional<Account> reloaded = accounts.withId(account.id());
            if (reloaded.isEmpty() || reloaded.get().failures().isLocked(now)) {
                return;
            }
            current = reloaded.get();
        }
    }
}
