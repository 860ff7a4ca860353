/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import community.townhall.texts.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Signs somebody in by username and password. An unknown name, a wrong password and a closed account look and last the
 * same from outside.
 *
 * <p>Wrong passwords are counted by account and address, or by account and device where the account has been signed in
 * with before (OWASP, "Slow down online guessing attacks with device cookies"): a stranger who guesses closes the account
 * to themselves, not to its owner.
 */
public final class SignIn {

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final Passwords passwords;
    private final SecurityLog log;
    private final Clock clock;

    public SignIn(Accounts accounts, SignInAttempts attempts, Passwords passwords, SecurityLog log, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.log = log;
        this.clock = clock;
    }

    /** The account, when the password is its own and it is open to where the attempt comes from. */
    public Optional<Account> with(String username, String password, SignInSource source) {
        Optional<Account> known = Username.of(username).flatMap(accounts::named).filter(Account::isActive);
        if (known.isEmpty() || Texts.lengthOf(password) > PasswordRules.LONGEST) {
            passwords.matchNothing(password);
            log.record("sign-in-failed", Map.of("account", "unknown", "address", source.address()));
            return Optional.empty();
        }
        Account account = known.get();
        if (!isRight(account, password, source)) {
            return Optional.empty();
        }
        log.record("signed-in", Map.of("account", account.id(), "address", source.address()));
        return Optional.of(account);
    }

    /** Whether that is the account's password; counts when it is not, and says no while too many were wrong. */
    public boolean isRight(Account account, String password, SignInSource source) {
        boolean right = passwords.matches(password, account.passwordHash());
        Instant now = clock.instant();
        List<Counter> counters = counters(account, source);
        if (counters.stream().anyMatch(counter -> counter.failures(account).isLocked(now))) {
            log.record("sign-in-locked", Map.of("account", account.id(), "address", source.address()));
            return false;
        }
        if (!right) {
            log.record("sign-in-failed", Map.of("account", account.id(), "address", source.address()));
            counters.forEach(counter -> counter.count(account, now));
            return false;
        }
        counters.stream().filter(Predicate.not(Counter::isShared)).forEach(counter -> counter.reset(account, now));
        return true;
    }

    /** Until when some of those who gave wrong passwords are kept from the account; empty when it is open to all. */
    public Optional<Instant> lockedUntil(Account account) {
        return attempts.lockedUntil(account.id(), clock.instant());
    }

    private List<Counter> counters(Account account, SignInSource source) {
        return source.device()
                .filter(device -> device.isKnownTo(account))
                .map(device -> List.of(new Counter(device.name(), SignInFailures.FREE)))
                .orElseGet(() -> List.of(
                        new Counter(source.ofAddress(), SignInFailures.FREE),
                        new Counter(SignInSource.STRANGERS, SignInFailures.FREE_TO_STRANGERS)));
    }

    /** Wrong passwords of one kind of source. */
    private final class Counter {

        private final String from;
        private final int free;

        Counter(String from, int free) {
            this.from = from;
            this.free = free;
        }

        boolean isShared() {
            return from.equals(SignInSource.STRANGERS);
        }

        SignInFailures failures(Account account) {
            return attempts.failures(account.id(), from);
        }

        /** Guesses sent at the same time each count. */
        void count(Account account, Instant now) {
            SignInFailures before = failures(account);
            SignInFailures after = before.oneMore(now, free);
            while (!before.equals(after) && !attempts.update(account.id(), from, before, after, now)) {
                before = failures(account);
                after = before.oneMore(now, free);
            }
        }

        void reset(Account account, Instant now) {
            SignInFailures before = failures(account);
            if (!before.equals(SignInFailures.NONE)) {
                attempts.update(account.id(), from, before, SignInFailures.NONE, now);
            }
        }
    }
}
