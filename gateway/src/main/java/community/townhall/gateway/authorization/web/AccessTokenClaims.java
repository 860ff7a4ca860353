/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.web;

import community.townhall.gateway.authorization.ScriptScopes;
import community.townhall.gateway.identity.Account;
import community.townhall.gateway.identity.Accounts;
import community.townhall.gateway.identity.RoleLadder;
import community.townhall.gateway.identity.Username;
import community.townhall.kit.security.AccessTokens;
import community.townhall.kit.security.Revocations;
import community.townhall.kit.security.Role;
import community.townhall.kit.security.SecurityProperties;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What an access token says, after RFC 9068. Roles and name are read from the account each time, so that a change of
 * roles is in the next token.
 */
final class AccessTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** The form field with which a script acts for a member. */
    static final String MEMBER_ID = "member_id";

    private static final String SCRIPT = "script";
    private static final Username OPERATOR = new Username("operator");

    private final Accounts accounts;
    private final SecurityProperties properties;
    private final Clock clock;

    AccessTokenClaims(Accounts accounts, SecurityProperties properties, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.properties = properties;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        Subject subject = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())
                ? script(context)
                : member(Objects.requireNonNull(context.<Authentication>getPrincipal())
                        .getName());
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .subject(subject.memberId())
                .audience(List.of(properties.audience()))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim(Revocations.ISSUED_MS, clock.millis())
                .claim("name", subject.name())
                .claim(properties.rolesClaim(), names(subject.roles()));
    }

    private record Subject(String memberId, String name, Set<Role> roles) {}

    private Subject member(String memberId) {
        Account account = accounts.withId(memberId).filter(Account::isActive).orElseThrow(AccessTokenClaims::inactive);
        return new Subject(account.id(), account.displayName(), RoleLadder.upTo(account.roles()));
    }

    private Subject script(JwtEncodingContext context) {
        Set<Role> roles = ScriptScopes.roles(context.getAuthorizedScopes());
        Optional<String> member = requestedMember(context);
        Optional<Account> account = member.isPresent() ? accounts.withId(member.get()) : accounts.named(OPERATOR);
        if (member.isPresent() && account.filter(one -> !one.isActive()).isPresent()) {
            throw inactive();
        }
        String memberId = member.or(() -> account.map(Account::id)).orElse(SCRIPT);
        return new Subject(memberId, account.map(Account::displayName).orElse(memberId), roles);
    }

    private static Optional<String> requestedMember(JwtEncodingContext context) {
        if (!(context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant)) {
            return Optional.empty();
        }
        @Nullable Object given = grant.getAdditionalParameters().get(MEMBER_ID);
        if (given == null) {
            return Optional.empty();
        }
        if (given instanceof String memberId && AccessTokens.isMemberId(memberId)) {
            return Optional.of(memberId);
        }
        throw refusal(
                OAuth2ErrorCodes.INVALID_REQUEST,
                "member_id has the form of an id, 1 to 64 ASCII characters that can stand in an address, and is given once");
    }

    private static OAuth2AuthenticationException inactive() {
        return refusal(OAuth2ErrorCodes.INVALID_GRANT, "The account is gone, stopped or closed");
    }

    private static OAuth2AuthenticationException refusal(String code, String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
    }

    private static List<String> names(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
