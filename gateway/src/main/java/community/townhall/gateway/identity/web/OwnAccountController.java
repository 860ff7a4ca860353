/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.SignInSources;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.Email;
import community.townhall.gateway.identity.Language;
import community.townhall.gateway.identity.ManageAccounts;
import community.townhall.gateway.identity.ManageAccounts.Outcome;
import community.townhall.gateway.identity.ManageEmail;
import community.townhall.gateway.identity.ManagePassword;
import community.townhall.gateway.identity.PasswordRules;
import community.townhall.gateway.identity.SignIn;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a member does about their own account. */
@RestController
@RequestMapping("/identity/account")
@ConditionalOnBuiltInIdentity
@Tag(name = "My account")
class OwnAccountController {

    private final Accounts accounts;
    private final ManageAccounts manage;
    private final ManagePassword passwords;
    private final ManageEmail emails;
    private final SignIn signIn;
    private final SignInSources sources;

    OwnAccountController(
            Accounts accounts,
            ManageAccounts manage,
            ManagePassword passwords,
            ManageEmail emails,
            SignIn signIn,
            SignInSources sources) {
        this.emails = emails;
        this.accounts = accounts;
        this.manage = manage;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sources = sources;
    }

    record NewPassword(
            @NotNull @Size(max = PasswordRules.LONGEST) String currentPassword,

            @Schema(minLength = PasswordRules.SHORTEST, maxLength = PasswordRules.LONGEST) @NotNull
            String newPassword) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    /**
     * @param email absent to remove it
     * @param language of the letter, absent for the browser's
     */
    record NewEmail(
            @Nullable @Size(max = 254) String email,
            @NotNull @Size(max = PasswordRules.LONGEST) String currentPassword,
            @Nullable @Pattern(regexp = "en|zh-CN") String language) {

        @Override
        public String toString() {
            return "NewEmail";
        }
    }

    /**
     * @param email the confirmed one, absent when there is none
     * @param unconfirmed the one that its owner has yet to confirm
     */
    record EmailView(@Nullable String email, @Nullable String unconfirmed) {}

    record Closure(
            @NotNull @Size(max = PasswordRules.LONGEST) String currentPassword) {

        @Override
        public String toString() {
            return "Closure";
        }
    }

    @Members
    @GetMapping
    @Operation(summary = "My account")
    AccountView getOwnAccount(Caller caller) {
        Account account = account(caller);
        return AccountView.of(account, signIn.lockedUntil(account));
    }

    @Members
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change my password", description = "Every other browser that is signed in is signed out")
    void changePassword(
            Caller caller,
            @Valid @RequestBody NewPassword wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale preferred) {
        Account account = account(caller);
        passwords
                .change(
                        account,
                        wanted.currentPassword(),
                        wanted.newPassword(),
                        sources.of(request),
                        currentSession(request),
                        Language.of(preferred))
                .ifPresent(why -> {
                    throw RegistrationController.problem(why);
                });
        sources.mark(request, response, account.id());
    }

    @Members
    @GetMapping("/email")
    @Operation(summary = "My e-mail address, and the one that I have yet to confirm")
    EmailView getOwnEmail(Caller caller) {
        return email(account(caller));
    }

    @Members
    @PutMapping("/email")
    @Operation(
            summary = "Set my e-mail address, or remove it",
            description = "A new one counts once I have followed the link that is sent there; the one before is told")
    EmailView setOwnEmail(
            Caller caller, @Valid @RequestBody NewEmail wanted, HttpServletRequest request, Locale preferred) {
        Account account = account(caller);
        Language language = wanted.language() == null
                ? Language.of(preferred)
                : Language.of(Locale.forLanguageTag(wanted.language()));
        (wanted.email() == null
                        ? emails.remove(account, wanted.currentPassword(), sources.of(request), language)
                        : emails.set(account, wanted.email(), wanted.currentPassword(), sources.of(request), language))
                .ifPresent(why -> {
                    throw RegistrationController.problem(why);
                });
        return email(account(caller));
    }

    private EmailView email(Account account) {
        Email email = account.email();
        return new EmailView(
                email == null ? null : email.value(),
                emails.waiting(account).map(Email::value).orElse(null));
    }

    @Members
    @PostMapping("/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Close my account, for good",
            description = "What I wrote stays under my name; nobody signs in with the account any more")
    void closeAccount(Caller caller, @Valid @RequestBody Closure closure, HttpServletRequest request) {
        Account account = account(caller);
        if (!signIn.isRight(account, closure.currentPassword(), sources.of(request))) {
            throw Problems.invalid(
                    "currentPassword", "wrong", "That is not the present password, or there were too many attempts");
        }
        switch (manage.close(account)) {
            case Outcome.Done done -> {}
            case Outcome.Unknown unknown -> throw Problems.notFound("account", account.id());
            case Outcome.Stale stale -> throw Problems.stale("The account was changed at the same time");
            case Outcome.LastOperator last -> throw AccountsController.lastOperator();
            case Outcome.Refused refused -> throw AccountsController.forbidden(refused);
        }
    }

    private Account account(Caller caller) {
        return accounts.withId(caller.memberId()).orElseThrow(() -> Problems.notFound("account", caller.memberId()));
    }

    private static @Nullable String currentSession(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
