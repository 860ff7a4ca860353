/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.passkey.Passkey;
import community.townhall.gateway.passkey.Passkeys;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Members;
import community.townhall.kit.web.Problems;
import community.townhall.texts.Lines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A member's passkeys. */
@RestController
@RequestMapping("/identity/account/passkeys")
@ConditionalOnBuiltInIdentity
@Tag(name = "My account")
class PasskeyController {

    private static final int MOST = 20;

    private final RelyingParty party;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SecurityLog log;

    PasskeyController(RelyingParty party, Passkeys passkeys, Accounts accounts, SecurityLog log) {
        this.party = party;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.log = log;
    }

    record PasskeyView(String id, String label, Instant createdAt, Instant lastUsedAt) {

        static PasskeyView of(Passkey passkey) {
            return new PasskeyView(passkey.id(), passkey.label(), passkey.createdAt(), passkey.lastUsedAt());
        }
    }

    record PasskeyList(List<PasskeyView> items) {}

    /**
     * @param label what to call it
     * @param credential as {@code PublicKeyCredential.toJSON()} gives it
     */
    record NewPasskey(
            @NotBlank @Size(max = 60) String label, @NotNull JsonNode credential) {}

    @Members
    @GetMapping
    @Operation(summary = "My passkeys, the latest first")
    PasskeyList listPasskeys(Caller caller) {
        return new PasskeyList(passkeys.ofAccount(caller.memberId()).stream()
                .map(PasskeyView::of)
                .toList());
    }

    @Members
    @PostMapping("/options")
    @Operation(
            summary = "Begin to make a passkey",
            description =
                    "Answers what PublicKeyCredential.parseCreationOptionsFromJSON() takes; good for five minutes")
    JsonNode beginPasskey(Caller caller, HttpServletResponse response) {
        if (passkeys.ofAccount(caller.memberId()).size() >= MOST) {
            throw Problems.conflict("Too many passkeys", "An account has at most 20 passkeys");
        }
        return party.beginCreation(account(caller), response);
    }

    @Members
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep the passkey that my browser made")
    void keepPasskey(
            Caller caller,
            @Valid @RequestBody NewPasskey made,
            HttpServletRequest request,
            HttpServletResponse response) {
        Lines.flawIn(made.label()).ifPresent(flaw -> {
            throw Problems.invalid("label", flaw.rule(), "label " + flaw.message());
        });
        if (!party.endCreation(account(caller), made.credential(), made.label().strip(), request, response)) {
            throw Problems.invalid(
                    "credential", "verified", "The passkey does not answer what was asked, or too late; begin anew");
        }
        log.record("passkey-made", Map.of("account", caller.memberId()));
    }

    @Members
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a passkey")
    void removePasskey(Caller caller, @PathVariable String id) {
        if (!passkeys.remove(caller.memberId(), id)) {
            throw Problems.notFound("passkey", id);
        }
        log.record("passkey-removed", Map.of("account", caller.memberId()));
    }

    private Account account(Caller caller) {
        return accounts.withId(caller.memberId()).orElseThrow(() -> Problems.notFound("account", caller.memberId()));
    }
}
