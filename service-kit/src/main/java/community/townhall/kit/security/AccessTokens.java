/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import community.townhall.kit.web.ParameterForms;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * JWT access tokens (RFC 9068): typed {@code at+jwt}, signed with an asymmetric algorithm, from our issuer, for our
 * audience, in time, with a subject.
 */
public final class AccessTokens {

    /** Spring Security's prefix of roles among other authorities. */
    static final String ROLE = "ROLE_";

    private static final int LONGEST_MEMBER_ID = 64;

    private AccessTokens() {}

    /** Verifies with the keys that the issuer publishes. */
    public static JwtDecoder decoder(SecurityProperties properties) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri())
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .validateType(false)
                .jwtProcessorCustomizer(AccessTokens::onlyAccessTokens)
                .build();
        decoder.setJwtValidator(validator(properties));
        return withStringAsSubject(decoder);
    }

    /** Verifies with keys at hand, for whoever is the issuer. */
    public static JwtDecoder decoder(SecurityProperties properties, JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(AccessTokens::onlyAccessTokens)
                .build();
        decoder.setJwtValidator(validator(properties));
        return withStringAsSubject(decoder);
    }

    private static void onlyAccessTokens(ConfigurableJWTProcessor<SecurityContext> processor) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));
    }

    static OAuth2TokenValidator<Jwt> validator(SecurityProperties properties) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(properties.issuer()),
                claim(
                        "aud",
                        jwt -> jwt.getAudience() != null && jwt.getAudience().contains(properties.audience())),
                claim("exp", jwt -> jwt.getExpiresAt() != null),
                claim("sub", jwt -> isMemberId(jwt.getSubject())));
    }

    /** The library takes a number for a string of digits, which could be somebody's id. */
    private static JwtDecoder withStringAsSubject(JwtDecoder decoder) {
        return token -> {
            Jwt jwt = decoder.decode(token);
            if (!(subject(token) instanceof String)) {
                throw new BadJwtException("The sub claim is not a string");
            }
            return jwt;
        };
    }

    private static @Nullable Object subject(String token) {
        try {
            @Nullable
            Map<String, Object> claims = JWSObject.parse(token).getPayload().toJSONObject();
            return claims == null ? null : claims.get(JwtClaimNames.SUB);
        } catch (ParseException e) {
            throw new BadJwtException("The token cannot be read", e);
        }
    }

    /** Whether this may be a member's id: 1 to 64 ASCII characters that can stand in an address. */
    public static boolean isMemberId(@Nullable String id) {
        return id != null
                && id.length() <= LONGEST_MEMBER_ID
                && id.chars().allMatch(c -> c <= '~')
                && ParameterForms.isName(id);
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Jwt> holds) {
        OAuth2Error error =
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The " + name + " claim is not valid", null);
        return jwt ->
                holds.test(jwt) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(error);
    }

    /** The caller of a verified token, with its roles as authorities. */
    public static JwtAuthenticationConverter authentication(SecurityProperties properties) {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        Converter<Jwt, Collection<GrantedAuthority>> roles = jwt -> authorities(jwt, properties.rolesClaim());
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt jwt, String claim) {
        @Nullable List<String> names = jwt.getClaimAsStringList(claim);
        return names == null
                ? List.of()
                : names.stream()
                        .flatMap(name -> Role.named(name).stream())
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(ROLE + role))
                        .toList();
    }
}
