/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.web;

import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.identity.Mail;
import community.townhall.kit.security.Caller;
import community.townhall.kit.security.access.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Session")
class SessionController {

    private final boolean registration;
    private final boolean mail;

    SessionController(IdentityProperties identity, ObjectProvider<Mail> mail) {
        this.registration = identity.isBuiltIn();
        this.mail = mail.stream().anyMatch(Mail::isSetUp);
    }

    /**
     * Whose browser it is.
     *
     * @param csrf what a browser has to send with every write
     * @param registration whether one can register here, or only at the configured issuer
     * @param mail whether a new password can be asked for by e-mail
     */
    record Session(
            boolean signedIn,
            @Nullable String memberId,
            @Nullable String name,
            @Nullable List<String> roles,
            Csrf csrf,
            boolean registration,
            boolean mail) {

        record Csrf(String header, String token) {}
    }

    @Public
    @GetMapping("/identity/session")
    @Operation(summary = "Who is signed in, and the token that a browser's writes must carry")
    Session getSession(@Nullable Caller caller, HttpServletRequest request) {
        CsrfToken token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        Session.Csrf csrf = new Session.Csrf(token.getHeaderName(), token.getToken());
        if (caller == null) {
            return new Session(false, null, null, null, csrf, registration, mail);
        }
        List<String> roles = caller.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Session(true, caller.memberId(), caller.name(), roles, csrf, registration, mail);
    }
}
