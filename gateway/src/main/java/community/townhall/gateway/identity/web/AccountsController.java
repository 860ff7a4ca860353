/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.PublicAddress;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Account.State;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.ManageAccounts;
import community.townhall.gateway.identity.ManageAccounts.Outcome;
import community.townhall.gateway.identity.ManagePassword;
import community.townhall.gateway.identity.SignIn;
import community.townhall.gateway.identity.Username;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.Role;
import community.townhall.kit.security.access.Operators;
import community.townhall.kit.web.Cursor;
import community.townhall.kit.web.CursorList;
import community.townhall.kit.web.Page;
import community.townhall.kit.web.ProblemException;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators do about accounts. */
@RestController
@RequestMapping("/identity/accounts")
@ConditionalOnBuiltInIdentity
@Tag(name = "Accounts")
class AccountsController {

    private final Accounts accounts;
    private final ManageAccounts manage;
    private final ManagePassword passwords;
    private final PublicAddress address;
    private final SignIn signIn;

    AccountsController(
            Accounts accounts, ManageAccounts manage, ManagePassword passwords, PublicAddress address, SignIn signIn) {
        this.accounts = accounts;
        this.manage = manage;
        this.passwords = passwords;
        this.address = address;
        this.signIn = signIn;
    }

    record NewRoles(
            @ArraySchema(schema = @Schema(allowableValues = {"member", "moderator", "operator", "administrator"}))
            @NotEmpty
            List<@NotNull String> roles) {}

    record NewState(
            @Schema(allowableValues = {"active", "stopped"}) @NotNull
            String state) {}

    /** @param url for the member alone: whoever has it sets the password */
    record PasswordLink(String url, Instant expiresAt) {}

    @Operators
    @GetMapping
    @Operation(
            summary = "The accounts by username",
            description = "With username the one of that name, with beginning those whose usernames begin so")
    Page<AccountView> listAccounts(
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(defaultValue = "") String beginning,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        if (username != null) {
            return new Page<>(
                    Username.of(username).flatMap(accounts::named).stream()
                            .map(this::view)
                            .toList(),
                    null);
        }
        CursorList list = CursorList.of("accounts", beginning);
        @Nullable Cursor from = list.decode(cursor, 1);
        List<Account> found = accounts.list(
                beginning.strip().toLowerCase(Locale.ROOT), from == null ? null : from.text(0), limit + 1);
        return Page.of(found, limit, last -> list.cursor(last.username().value()))
                .map(this::view);
    }

    @Operators
    @GetMapping("/{id}")
    @Operation(summary = "One account")
    AccountView getAccount(@PathVariable String id) {
        return view(account(id));
    }

    @Operators
    @PutMapping("/{id}/roles")
    @Operation(summary = "Set what an account may do")
    AccountView setRoles(@PathVariable String id, @Valid @RequestBody NewRoles wanted, Caller caller) {
        Set<Role> roles = wanted.roles().stream().map(AccountsController::role).collect(Collectors.toSet());
        return view(id, manage.setRoles(id, roles, caller));
    }

    @Operators
    @PutMapping("/{id}/state")
    @Operation(
            summary = "Stop an account, or start it again",
            description = "Nobody signs in with a stopped account, and whoever has is signed out")
    AccountView setState(@PathVariable String id, @Valid @RequestBody NewState wanted, Caller caller) {
        return view(
                id,
                switch (wanted.state()) {
                    case "active" -> manage.start(id, caller);
                    case "stopped" -> manage.stop(id, caller);
                    default -> throw Problems.invalid("state", "known", "The states to set are active and stopped");
                });
    }

    @Operators
    @DeleteMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget the wrong passwords that were given, so that the account is open again")
    void unlockAccount(@PathVariable String id, Caller caller) {
        view(id, manage.unlock(id, caller));
    }

    @Operators
    @PostMapping("/{id}/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a link by which the member sets a new password, once, within a day")
    PasswordLink givePasswordLink(@PathVariable String id, Caller caller) {
        Account account = account(id);
        ManageAccounts.refusalToAct(account, caller).ifPresent(refused -> {
            throw forbidden(refused);
        });
        if (account.state() != State.ACTIVE) {
            throw Problems.conflict("Not active", "The account is " + AccountView.name(account.state()));
        }
        ManagePassword.Link link = passwords.link(account, caller);
        return new PasswordLink(
                address.url().resolve("/#/new-password/" + link.secret()).toString(), link.expiresAt());
    }

    private Account account(String id) {
        return accounts.withId(id).orElseThrow(() -> Problems.notFound("account", id));
    }

    private AccountView view(Account account) {
        return AccountView.of(account, signIn.lockedUntil(account));
    }

    private AccountView view(String id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Account account) -> view(account);
            case Outcome.Unknown() -> throw Problems.notFound("account", id);
            case Outcome.Stale() -> throw Problems.stale("Somebody else changed the account at the same time");
            case Outcome.LastOperator() -> throw lastOperator();
            case Outcome.Refused refused -> throw forbidden(refused);
        };
    }

    static ProblemException lastOperator() {
        return Problems.conflict("Last operator", "No other account that can be signed in with is an operator's");
    }

    static ProblemException forbidden(Outcome.Refused refused) {
        return Problems.forbidden(refused.field(), refused.rule(), refused.message());
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> AccountView.name(role).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "roles", "known", "The roles are member, moderator, operator and administrator"));
    }
}
