/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that is not in order opens nothing, neither at the gateway nor at a service that is reached past it. */
class BadTokenTest {

    private static final Townhall TOWNHALL = Townhall.running();
    private static final Map<String, String> READS = Map.of(
            "content", "/api/content/feeds/latest",
            "engagement", "/api/engagement/notifications",
            "moderation", "/api/moderation/cases",
            "rewards", "/api/rewards/accounts/me");

    static Stream<Arguments> badTokens() throws JOSEException, ParseException {
        String good = TOWNHALL.token("operator", "somebody");
        SignedJWT parsed = SignedJWT.parse(good);
        JWTClaimsSet claims = parsed.getJWTClaimsSet();
        RSAKey stranger =
                new RSAKeyGenerator(2048).keyID(parsed.getHeader().getKeyID()).generate();
        RSAKey published = JWKSet.parse(
                        TOWNHALL.anonymous().get("/oauth2/jwks").expect(200).text())
                .getKeys()
                .getFirst()
                .toRSAKey();
        return Stream.of(
                Arguments.of("forged with another key under our key's id", signed(stranger, "at+jwt", claims)),
                Arguments.of("with its signature cut off", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("with a claim changed after signing", tampered(parsed, claims)),
                Arguments.of("of algorithm none", new PlainJWT(claims).serialize()),
                Arguments.of("signed with our public key as a shared secret", confused(published, claims)),
                Arguments.of("no token at all", "nonsense"));
    }

    /** Signed with the gateway's own key, each with one thing wrong. */
    static Stream<Arguments> genuineTokensOutOfOrder() throws JOSEException, ParseException {
        RSAKey key = TOWNHALL.signingKey();
        JWTClaimsSet claims =
                SignedJWT.parse(TOWNHALL.token("operator", "somebody")).getJWTClaimsSet();
        Date tenMinutesAgo = Date.from(Instant.now().minusSeconds(600));
        Date inTenMinutes = Date.from(Instant.now().plusSeconds(600));
        return Stream.of(
                Arguments.of("expired", signed(key, "at+jwt", but(claims, "exp", tenMinutesAgo))),
                Arguments.of("not valid yet", signed(key, "at+jwt", but(claims, "nbf", inTenMinutes))),
                Arguments.of("for another audience", signed(key, "at+jwt", but(claims, "aud", List.of("elsewhere")))),
                Arguments.of("for no audience", signed(key, "at+jwt", but(claims, "aud", null))),
                Arguments.of("of another issuer", signed(key, "at+jwt", but(claims, "iss", "https://elsewhere"))),
                Arguments.of("that never expires", signed(key, "at+jwt", but(claims, "exp", null))),
                Arguments.of("that is no access token", signed(key, "JWT", claims)));
    }

    private static JWTClaimsSet but(JWTClaimsSet claims, String name, @Nullable Object value) {
        return new JWTClaimsSet.Builder(claims).claim(name, value).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuineTokensOutOfOrder")
    @DisabledIfEnvironmentVariable(
            named = "TOWNHALL_URL",
            matches = ".+",
            disabledReason = "the key is taken from the standalone database")
    void is_401_however_genuine_its_signature(String why, String token) {
        openNothing(why, token);
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "TOWNHALL_URL",
            matches = ".+",
            disabledReason = "the key is taken from the standalone database")
    void the_same_signature_on_a_token_in_order_opens_every_door() throws JOSEException, ParseException {
        JWTClaimsSet claims =
                SignedJWT.parse(TOWNHALL.token("operator", "somebody")).getJWTClaimsSet();
        String token = signed(TOWNHALL.signingKey(), "at+jwt", claims);

        READS.forEach((service, path) -> {
            for (URI door : List.of(TOWNHALL.url(), TOWNHALL.serviceUrl(service))) {
                new Client(door, token).get(path).expect(200);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void is_401_at_the_gateway_and_at_each_service(String why, String token) {
        openNothing(why, token);
    }

    private static void openNothing(String why, String token) {
        READS.forEach((service, path) -> {
            for (URI door : List.of(TOWNHALL.url(), TOWNHALL.serviceUrl(service))) {
                Client.Reply reply = new Client(door, token).get(path);
                assertThat(reply.status()).as("%s at %s%s", why, door, path).isEqualTo(401);
                assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
            }
        });
    }

    private static String signed(RSAKey key, String type, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String tampered(SignedJWT good, JWTClaimsSet claims) {
        JWTClaimsSet other =
                new JWTClaimsSet.Builder(claims).subject("somebody-else").build();
        return good.getHeader().toBase64URL() + "." + other.toPayload().toBase64URL() + "." + good.getSignature();
    }

    private static String confused(RSAKey published, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(published.getKeyID())
                        .build(),
                claims);
        jwt.sign(new MACSigner(published.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }
}
