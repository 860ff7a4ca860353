/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Mints access tokens as the built-in authorization server does, and serves the key that verifies them. */
public final class TestTokens {

    public static final String ISSUER = "http://issuer.test";
    private static final RSAKey KEY = newKey();

    private TestTokens() {}

    /** A member's token. */
    public static String member(String memberId) {
        return token(memberId, "member");
    }

    /** A token of somebody who is a member and a moderator. */
    public static String moderator(String memberId) {
        return token(memberId, "member", "moderator");
    }

    /** A token of somebody who is a member, a moderator and an operator. */
    public static String operator(String memberId) {
        return token(memberId, "member", "moderator", "operator");
    }

    public static String token(String memberId, String... roles) {
        return sign(KEY, "at+jwt", claims(memberId, Arrays.asList(roles)).build());
    }

    /** Claims that are in order; a test that needs a bad token changes one. */
    public static JWTClaimsSet.Builder claims(String memberId, List<String> roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("townhall")
                .subject(memberId)
                .claim("roles", roles)
                .claim("name", "Member " + memberId)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    }

    /** Signs with the right key. */
    public static String sign(JWTClaimsSet claims, String type) {
        return sign(KEY, type, claims);
    }

    /** Signs with any key, perhaps a wrong one. */
    public static String sign(RSAKey key, String type, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType(type))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class KeyServer {
        static final String URI = start();

        private static String start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                byte[] keys =
                        ("{\"keys\":[" + KEY.toPublicJWK().toJSONString() + "]}").getBytes(StandardCharsets.UTF_8);
                server.createContext("/jwks", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
                server.start();
                return "http://localhost:" + server.getAddress().getPort() + "/jwks";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes the service under test trust these tokens. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        DynamicPropertyRegistrar trustTestTokens() {
            return registry -> {
                registry.add("townhall.security.issuer", () -> ISSUER);
                registry.add("townhall.security.jwk-set-uri", () -> KeyServer.URI);
            };
        }
    }
}
