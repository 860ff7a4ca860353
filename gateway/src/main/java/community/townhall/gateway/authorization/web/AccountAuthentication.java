/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.SignIn;
import community.townhall.gateway.identity.SignInSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Signs an account in at the built-in server; the name of what comes of it is the member id. */
final class AccountAuthentication implements AuthenticationProvider {

    private static final SignInSource UNKNOWN = new SignInSource("unknown", Optional.empty());

    private final SignIn signIn;

    AccountAuthentication(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        SignInSource source = attempt.getDetails() instanceof SignInSource from ? from : UNKNOWN;
        Account account = signIn.with(
                        String.valueOf(attempt.getName()), String.valueOf(attempt.getCredentials()), source)
                .orElseThrow(() -> new BadCredentialsException("Username or password is wrong"));
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                account.id(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
        signedIn.setDetails(source.address()); // it stays in the session, which keeps no more than it needs
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
