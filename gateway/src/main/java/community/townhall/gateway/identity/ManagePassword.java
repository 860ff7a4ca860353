/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.kit.refusal.Refusal;
import community.townhall.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets passwords anew: by the old one, or by a link that works once. Either ends every other session, and is told to the
 * account's address.
 */
public final class ManagePassword {

    private static final Refused SAME =
            new Refused("newPassword", "same", "The new password must be another than the present one");
    static final Refused WRONG = new Refused(
            "currentPassword", "wrong", "That is not the present password, or there were too many attempts");

    /** How long a link works that an operator gave. */
    public static final Duration LINK_LIFETIME = Duration.ofHours(24);

    private final Accounts accounts;
    private final PasswordResets resets;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final SignOuts signOuts;
    private final LetterTasks letters;
    private final Mail mail;
    private final Supplier<String> ids;
    private final Supplier<String> secrets;
    private final SecurityLog log;
    private final Clock clock;

    public ManagePassword(
            Accounts accounts,
            PasswordResets resets,
            Passwords passwords,
            PasswordRules rules,
            SignIn signIn,
            SignInAttempts attempts,
            SignOuts signOuts,
            LetterTasks letters,
            Mail mail,
            Supplier<String> ids,
            Supplier<String> secrets,
            SecurityLog log,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.passwords = passwords;
        this.rules = rules;
        this.signIn = signIn;
        this.attempts = attempts;
        this.signOuts = signOuts;
        this.letters = letters;
        this.mail = mail;
        this.ids = ids;
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
    }

    /** By who knows the present password. */
    public Optional<Refused> change(
            Account account,
            String current,
            String wanted,
            SignInSource source,
            @Nullable String session,
            Language language) {
        Optional<Refused> refusal = rules.refusal("newPassword", wanted, account.username(), account.displayName());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!signIn.isRight(account, current, source)) {
            return Optional.of(WRONG);
        }
        if (wanted.equals(current)) {
            return Optional.of(SAME);
        }
        return set(account, passwords.hash(wanted), "password-changed", session, language);
    }

    /**
     * What an operator gives to whoever forgot their password.
     *
     * @param secret stands in the link, and nowhere else
     */
    public record Link(String secret, Instant expiresAt) {}

    /** A link that works once; one given before no longer does. */
    public Link link(Account account, Caller by) {
        String secret = secrets.get();
        Instant expiresAt = clock.instant().plus(LINK_LIFETIME);
        resets.put(account.id(), PasswordResets.By.OPERATOR, secret, expiresAt);
        log.record("password-link-made", Map.of("account", account.id(), "by", by.memberId()));
        return new Link(secret, expiresAt);
    }

    /** By who was given a link. */
    public Optional<Refused> redeem(String secret, String wanted, Language language) {
        Optional<Account> found = resets.accountOf(secret, clock.instant())
                .flatMap(accounts::withId)
                .filter(Account::isActive);
        if (found.isEmpty()) {
            log.record("password-link-refused", Map.of());
            return Optional.of(new Refused("secret", "unknown", "This link was used before, or its time is over"));
        }
        Account account = found.get();
        Optional<Refused> refusal = rules.refusal("newPassword", wanted, account.username(), account.displayName());
        if (refusal.isPresent()) {
            return refusal;
        }
        String hash = passwords.hash(wanted); // may be refused, and then the link is still good
        if (!resets.spend(account.id(), secret)) {
            return Optional.of(new Refused("secret", "unknown", "This link was used before, or its time is over"));
        }
        return set(account, hash, "password-reset", null, language);
    }

    /**
     * Sends a link to who has such an account with an address. Whether there is one is looked up later, so that neither
     * the answer nor its time tells.
     *
     * @param about a username or an e-mail address
     * @throws Refusal when nothing can be sent
     */
    public void mailLink(String about, Language language) {
        if (!mail.isSetUp()) {
            throw Refusal.conflict("This community sends no e-mail; ask an operator for a link");
        }
        LetterTask task =
                LetterTask.first(ids.get(), LetterTask.Kind.PASSWORD_LINK, about, "", language, clock.instant());
        if (!letters.add(task)) {
            throw Refusal.tooMany("So many letters wait to be sent; try again later");
        }
    }

    private Optional<Refused> set(
            Account account, String hash, String event, @Nullable String exceptSession, Language language) {
        if (!accounts.update(account.withPassword(hash, clock.instant()))) {
            return Optional.of(new Refused("newPassword", "stale", "The account was changed meanwhile; try again"));
        }
        resets.forget(account.id());
        attempts.forgetFailures(account.id());
        signOuts.everywhere(account.id(), exceptSession);
        if (mail.isSetUp() && account.email() != null) {
            letters.add(LetterTask.first(
                    ids.get(), LetterTask.Kind.PASSWORD_CHANGED, account.id(), "", language, clock.instant()));
        }
        log.record(event, Map.of("account", account.id()));
        return Optional.empty();
    }
}
