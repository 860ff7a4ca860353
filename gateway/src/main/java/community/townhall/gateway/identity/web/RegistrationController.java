/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.ManagePassword;
import community.townhall.gateway.identity.PasswordRules.Refused;
import community.townhall.gateway.identity.RegisterAccount;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

    RegistrationController(RegisterAccount register, ManagePassword passwords) {
        this.register = register;
        this.passwords = passwords;
    }

    record NewAccount(
            @NotNull String username,
            @NotNull String password,
            @NotNull String displayName) {

        @Override
        public String toString() {
            return "NewAccount[username=%s]".formatted(username);
        }
    }

    record Registration(String memberId, String username, String displayName) {}

    record Redemption(@NotNull String secret, @NotNull String newPassword) {

        @Override
        public String toString() {
            return "Redemption";
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
    @Operation(summary = "Set a new password by the secret of a link that an operator gave; it works once")
    void resetPassword(@Valid @RequestBody Redemption redemption) {
        passwords.redeem(redemption.secret(), redemption.newPassword()).ifPresent(why -> {
            throw problem(why);
        });
    }

    static ProblemException problem(Refused why) {
        return Problems.invalid(why.field(), why.rule(), why.message());
    }
}
