/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity;

import community.townhall.gateway.SecurityLog;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes letters that are to be written, and writes and sends them: once each, or again while the mail server is away. */
public final class WriteLetters {

    /** How long a link for a new password works, and how long it is tried to send one. */
    static final Duration LINK_LIFETIME = Duration.ofMinutes(30);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int LINKS_AN_HOUR = 3;

    private final LetterTasks tasks;
    private final Mail mail;
    private final Accounts accounts;
    private final PasswordResets resets;
    private final EmailConfirmations confirmations;
    private final Supplier<String> secrets;
    private final URI publicAddress;
    private final SecurityLog log;
    private final Clock clock;

    public WriteLetters(
            LetterTasks tasks,
            Mail mail,
            Accounts accounts,
            PasswordResets resets,
            EmailConfirmations confirmations,
            Supplier<String> secrets,
            URI publicAddress,
            SecurityLog log,
            Clock clock) {
        this.tasks = tasks;
        this.mail = mail;
        this.accounts = accounts;
        this.resets = resets;
        this.confirmations = confirmations;
        this.secrets = secrets;
        this.publicAddress = publicAddress;
        this.log = log;
        this.clock = clock;
    }

    /** Sends one of those that wait; false when there is none. */
    public boolean sendOne() {
        Instant now = clock.instant();
        Optional<LetterTask> taken = mail.isSetUp() ? tasks.take(now, PAUSE) : Optional.empty();
        taken.ifPresent(task -> send(task, now));
        return taken.isPresent();
    }

    private void send(LetterTask task, Instant now) {
        if (now.isAfter(task.at().plus(LINK_LIFETIME))) {
            log.record("letter-given-up", Map.of("kind", task.kind().name()));
            tasks.done(task);
            return;
        }
        Optional<Letter> letter = switch (task.kind()) {
            case PASSWORD_LINK -> passwordLink(task, now);
            case CONFIRMATION -> confirmation(task);
            case PASSWORD_CHANGED ->
                account(task)
                        .flatMap(account -> Optional.ofNullable(account.email())
                                .map(to -> Letters.passwordChanged(to, task.language(), account.username())));
            case ADDRESS_CHANGED ->
                account(task)
                        .flatMap(account -> Email.of(task.to())
                                .map(to -> Letters.addressChanged(to, task.language(), account.username())));
        };
        try {
            if (letter.isPresent()) {
                mail.send(letter.get());
            }
            tasks.done(task);
        } catch (Mail.NotSent away) {
            log.record("letter-not-sent", Map.of("kind", task.kind().name(), "why", String.valueOf(away.getMessage())));
        }
    }

    private Optional<Letter> passwordLink(LetterTask task, Instant now) {
        Optional<Account> found = task.about().indexOf('@') < 0
                ? Username.of(task.about()).flatMap(accounts::named)
                : Email.of(task.about()).flatMap(accounts::withEmail);
        Optional<Account> account = found.filter(Account::isActive).filter(known -> known.email() != null);
        if (account.isEmpty()) {
            log.record("password-link-not-mailed", Map.of("account", "unknown, or without an address"));
            return Optional.empty();
        }
        String id = account.get().id();
        if (task.attempt() == 1 && !tasks.allow("password-link/" + id, LINKS_AN_HOUR, Duration.ofHours(1), now)) {
            log.record("password-link-not-mailed", Map.of("account", id, "why", "too many"));
            return Optional.empty();
        }
        String secret = secrets.get();
        resets.put(id, PasswordResets.By.MAIL, secret, now.plus(LINK_LIFETIME));
        log.record("password-link-mailed", Map.of("account", id));
        return account.flatMap(known -> Optional.ofNullable(known.email())
                .map(to -> Letters.passwordLink(
                        to, task.language(), known.username(), link("/#/new-password/" + secret))));
    }

    private Optional<Letter> confirmation(LetterTask task) {
        String secret = secrets.get();
        return account(task)
                .flatMap(account -> Email.of(task.to())
                        .filter(to -> confirmations.seal(account.id(), to, secret))
                        .map(to -> Letters.confirmation(
                                to, task.language(), account.username(), link("/#/confirm-email/" + secret))));
    }

    private Optional<Account> account(LetterTask task) {
        return accounts.withId(task.about()).filter(Account::isActive);
    }

    private String link(String path) {
        return publicAddress.resolve(path).toString();
    }
}
