/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The e-mail address of an account: one that its owner has confirmed, or none. */
public final class ManageEmail {

    static final Duration CONFIRMATION_LIFETIME = Duration.ofHours(24);

    /** Letters to one account, and to one address: nobody's mailbox is filled from here. */
    private static final int LETTERS_A_DAY = 5;

    private final Accounts accounts;
    private final EmailConfirmations confirmations;
    private final LetterTasks letters;
    private final Mail mail;
    private final SignIn signIn;
    private final Supplier<String> ids;
    private final SecurityLog log;
    private final Clock clock;

    public ManageEmail(
            Accounts accounts,
            EmailConfirmations confirmations,
            LetterTasks letters,
            Mail mail,
            SignIn signIn,
            Supplier<String> ids,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.letters = letters;
        this.mail = mail;
        this.signIn = signIn;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    /** The address that waits to be confirmed. */
    public Optional<Email> waiting(Account account) {
        return confirmations.of(account.id(), clock.instant());
    }

    /**
     * Sends a link by which the address is confirmed.
     *
     * @throws Refusal when it is none, too many were tried, or nothing can be sent
     */
    public Optional<Refused> set(
            Account account, String wanted, String currentPassword, SignInSource source, Language language) {
        if (!mail.isSetUp()) {
            throw Refusal.conflict("This community sends no e-mail");
        }
        Email email =
                Email.of(wanted).orElseThrow(() -> Refusal.invalid("email", "form", "email must be an e-mail address"));
        if (!signIn.isRight(account, currentPassword, source)) {
            return Optional.of(ManagePassword.WRONG);
        }
        if (email.equals(account.email())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!letters.allow("confirmation/" + account.id(), LETTERS_A_DAY, Duration.ofDays(1), now)
                || !letters.allow("confirmation/" + email.value(), LETTERS_A_DAY, Duration.ofDays(1), now)) {
            throw Refusal.tooMany("So many letters were sent today; that is enough");
        }
        confirmations.put(account.id(), email, now.plus(CONFIRMATION_LIFETIME));
        add(LetterTask.Kind.CONFIRMATION, account, email, language, now);
        log.record("address-asked-for", Map.of("account", account.id()));
        return Optional.empty();
    }

    /** By who has read the letter. */
    public Optional<Refused> confirm(String secret, Language language) {
        Instant now = clock.instant();
        Optional<EmailConfirmations.Waiting> waiting = confirmations.with(secret, now);
        Optional<Account> found =
                waiting.flatMap(known -> accounts.withId(known.accountId())).filter(Account::isActive);
        if (waiting.isEmpty() || found.isEmpty()) {
            return Optional.of(new Refused("secret", "unknown", "This link was used before, or its time is over"));
        }
        Account account = found.get();
        Email email = waiting.get().email();
        if (accounts.withEmail(email)
                .filter(other -> !other.id().equals(account.id()))
                .isPresent()) {
            return Optional.of(taken());
        }
        if (!confirmations.spend(waiting.get(), secret)) {
            return Optional.of(new Refused("secret", "unknown", "This link was used before, or its time is over"));
        }
        return changed(account, email, language, now);
    }

    /** From now on there is none. */
    public Optional<Refused> remove(Account account, String currentPassword, SignInSource source, Language language) {
        if (!signIn.isRight(account, currentPassword, source)) {
            return Optional.of(ManagePassword.WRONG);
        }
        confirmations.forget(account.id());
        return account.email() == null ? Optional.empty() : changed(account, null, language, clock.instant());
    }

    private Optional<Refused> changed(Account account, @Nullable Email email, Language language, Instant now) {
        Email former = account.email();
        Account changed = account.withEmail(email);
        if (!accounts.update(changed)) {
            return Optional.of(
                    email != null && accounts.withEmail(email).isPresent()
                            ? taken()
                            : new Refused("secret", "stale", "The account was changed meanwhile; try again"));
        }
        if (former != null && mail.isSetUp()) {
            add(LetterTask.Kind.ADDRESS_CHANGED, account, former, language, now);
        }
        log.record("address-changed", Map.of("account", account.id()));
        return Optional.empty();
    }

    private void add(LetterTask.Kind kind, Account account, Email to, Language language, Instant now) {
        if (!letters.add(LetterTask.first(ids.get(), kind, account.id(), to.value(), language, now))) {
            throw Refusal.tooMany("So many letters wait to be sent; try again later");
        }
    }

    private static Refused taken() {
        return new Refused("secret", "taken", "Another account has this address");
    }
}
