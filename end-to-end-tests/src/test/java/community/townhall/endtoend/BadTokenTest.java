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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that is not in order opens nothing, neither at the gateway nor at a service that is reached past it. */
class BadTokenTest {

    private static final Townhall TOWNHALL = Townhall.running();

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
                Arguments.of(
                        "expired, and forged",
                        signed(
                                stranger,
                                "at+jwt",
                                new JWTClaimsSet.Builder(claims)
                                        .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                                        .build())),
                Arguments.of("no token at all", "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void is_401_at_the_gateway_and_at_each_service(String why, String token) {
        Map<String, String> reads = Map.of(
                "content", "/api/content/feeds/latest",
                "engagement", "/api/engagement/notifications",
                "moderation", "/api/moderation/cases",
                "rewards", "/api/rewards/accounts/me");
        reads.forEach((service, path) -> {
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
