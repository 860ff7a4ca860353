/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.passkey.web;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.SecurityLog;
import community.townhall.gateway.SignInSources;
import community.townhall.gateway.identity.Account;
import community.townhall.kit.security.access.Public;
import community.townhall.kit.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signs an account in at the built-in server by a passkey, as the form does by a password. */
@RestController
@RequestMapping("/sign-in/passkey")
@ConditionalOnBuiltInIdentity
@Hidden
class PasskeySignInController {

    private final RelyingParty party;
    private final SecurityContextRepository accountOfSession;
    private final SignInSources sources;
    private final SecurityLog log;

    PasskeySignInController(
            RelyingParty party,
            @Qualifier("accountOfSession") SecurityContextRepository accountOfSession,
            SignInSources sources,
            SecurityLog log) {
        this.party = party;
        this.accountOfSession = accountOfSession;
        this.sources = sources;
        this.log = log;
    }

    @Public
    @PostMapping("/options")
    JsonNode begin(HttpServletResponse response) {
        return party.beginSignIn(response);
    }

    @Public
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestBody JsonNode credential, HttpServletRequest request, HttpServletResponse response) {
        String address = sources.of(request).address();
        Account account = party.endSignIn(credential, request, response).orElseThrow(() -> {
            log.record("sign-in-failed", Map.of("account", "unknown", "address", address, "by", "passkey"));
            return Problems.invalid("credential", "verified", "This passkey signs nobody in");
        });
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account.id(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY)));
        signedIn.setDetails(address);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        accountOfSession.saveContext(context, request, response);
        sources.mark(request, response, account.id());
        log.record("signed-in", Map.of("account", account.id(), "address", address, "by", "passkey"));
    }
}
