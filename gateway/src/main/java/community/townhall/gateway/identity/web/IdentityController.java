/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.RegisterAccount;
import community.townhall.gateway.identity.SetRoles;
import community.townhall.gateway.identity.Username;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/identity")
@ConditionalOnBuiltInIdentity
@Tag(name = "Accounts")
class IdentityController {

    private final RegisterAccount register;
    private final SetRoles setRoles;
    private final Accounts accounts;

    IdentityController(RegisterAccount register, SetRoles setRoles, Accounts accounts) {
        this.register = register;
        this.setRoles = setRoles;
        this.accounts = accounts;
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

    record NewRoles(@NotEmpty List<@NotNull String> roles) {}

    record AccountView(String id, String username, String displayName, List<String> roles, Instant registeredAt) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.id(),
                    account.username().value(),
                    account.displayName(),
                    account.roles().stream()
                            .sorted()
                            .map(IdentityController::name)
                            .toList(),
                    account.registeredAt());
        }
    }

    record AccountList(List<AccountView> items) {}

    @Public
    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register as a member")
    Registration register(@Valid @RequestBody NewAccount account) {
        return switch (register.member(account.username(), account.password(), account.displayName())) {
            case RegisterAccount.Outcome.Registered(Account made) ->
                new Registration(made.id(), made.username().value(), made.displayName());
            case RegisterAccount.Outcome.Refused(String field, String rule, String message) ->
                throw Problems.invalid(field, rule, message);
        };
    }

    @Operators
    @GetMapping("/accounts")
    @Operation(summary = "The account of a username, if there is one")
    AccountList find(@RequestParam String username) {
        return new AccountList(Username.of(username).flatMap(accounts::named).stream()
                .map(AccountView::of)
                .toList());
    }

    @Operators
    @PutMapping("/accounts/{id}/roles")
    @Operation(summary = "Set what an account may do")
    AccountView setRoles(@PathVariable String id, @Valid @RequestBody NewRoles wanted, Caller caller) {
        Set<Role> roles = wanted.roles().stream().map(IdentityController::role).collect(Collectors.toSet());
        return switch (setRoles.of(id, roles, caller)) {
            case SetRoles.Outcome.Done(Account account) -> AccountView.of(account);
            case SetRoles.Outcome.Unknown() -> throw Problems.notFound("account", id);
            case SetRoles.Outcome.Stale() -> throw Problems.stale("Somebody else set the roles at the same time");
            case SetRoles.Outcome.Refused(String rule, String message) ->
                throw Problems.forbidden("roles", rule, message);
        };
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> name(role).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "roles", "known", "The roles are member, moderator, operator and administrator"));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
