/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Language;
import community.townhall.gateway.identity.ManageEmail;
import community.townhall.gateway.identity.ManagePassword;
import community.townhall.gateway.identity.PasswordRules;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.gateway.identity.RegisterAccount;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody does who cannot sign in yet, or no longer. */
@RestController
@RequestMapping("/identity")
@ConditionalOnBuiltInIdentity
@Tag(name = "Accounts")
class RegistrationController {

    private final RegisterAccount register;
    private final ManagePassword passwords;
    private final ManageEmail emails;

    RegistrationController(RegisterAccount register, ManagePassword passwords, ManageEmail emails) {
        this.register = register;
        this.passwords = passwords;
        this.emails = emails;
    }

    record NewAccount(
            @Schema(pattern = "[A-Za-z0-9_-]{3,32}") @NotNull
            String username,

            @Schema(minLength = PasswordRules.SHORTEST, maxLength = PasswordRules.LONGEST) @NotNull
            String password,

            @Schema(minLength = 1, maxLength = 60) @NotNull String displayName) {

        @Override
        public String toString() {
            return "NewAccount[username=%s]".formatted(username);
        }
    }

    record Registration(String memberId, String username, String displayName) {}

    record Redemption(
            @NotNull @Size(max = 100) String secret,

            @Schema(minLength = PasswordRules.SHORTEST, maxLength = PasswordRules.LONGEST) @NotNull
            String newPassword) {

        @Override
        public String toString() {
            return "Redemption";
        }
    }

    /**
     * @param account a username or an e-mail address
     * @param language of the letter, absent for the browser's
     */
    record ResetRequest(
            @NotBlank @Size(max = 254) String account,
            @Nullable @Pattern(regexp = "en|zh-CN") String language) {

        Language languageOr(Locale preferred) {
            return Language.of(language == null ? preferred : Locale.forLanguageTag(language));
        }

        @Override
        public String toString() {
            return "ResetRequest";
        }
    }

    record Confirmation(@NotNull @Size(max = 100) String secret) {

        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    @Public
    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register as a member")
    Registration registerAccount(@Valid @RequestBody NewAccount account) {
        return switch (register.member(account.username(), account.password(), account.displayName())) {
            case RegisterAccount.Outcome.Registered(Account made) ->
                new Registration(made.id(), made.username().value(), made.displayName());
            case RegisterAccount.Outcome.NotRegistered(Refused why) -> throw problem(why);
        };
    }

    @Public
    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Set a new password by the secret of a link that an operator gave or that was mailed; it works once")
    void resetPassword(@Valid @RequestBody Redemption redemption, Locale preferred) {
        passwords
                .redeem(redemption.secret(), redemption.newPassword(), Language.of(preferred))
                .ifPresent(why -> {
                    throw problem(why);
                });
    }

    @Public
    @PostMapping("/password-reset-requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a link by e-mail by which a new password is set, once, within 30 minutes",
            description = "It goes to the confirmed address of the account, if there is such an account with one; the"
                    + " answer does not tell. 409 where this community sends no e-mail: operators give links then")
    void requestPasswordReset(@Valid @RequestBody ResetRequest request, Locale preferred) {
        passwords.mailLink(request.account(), request.languageOr(preferred));
    }

    @Public
    @PostMapping("/email-confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm an account's e-mail address by the secret of the link that was sent there")
    void confirmEmail(@Valid @RequestBody Confirmation confirmation, Locale preferred) {
        emails.confirm(confirmation.secret(), Language.of(preferred)).ifPresent(why -> {
            throw problem(why);
        });
    }

    static ProblemException problem(Refused why) {
        return Problems.invalid(why.field(), why.rule(), why.message());
    }
}
