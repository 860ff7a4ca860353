/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operator's tokens by the OAuth 2.0 client credentials grant (RFC 6749 §4.4). */
public final class ClientCredentials implements AccessTokens {

    private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofSeconds(30);

    private final HttpClient http;
    private final HttpRequest request;
    private final JsonMapper json = JsonMapper.shared();
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile @Nullable Token token;

    private record Token(String value, long renewAtNanos) {}

    public ClientCredentials(HttpClient http, URI tokenEndpoint, String clientId, String clientSecret) {
        this.http = http;
        String credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        this.request = HttpRequest.newBuilder(tokenEndpoint)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=operator"))
                .build();
    }

    @Override
    public String current() {
        Token held = token;
        if (held != null && System.nanoTime() - held.renewAtNanos() < 0) {
            return held.value();
        }
        renewal.lock();
        try {
            held = token;
            if (held == null || System.nanoTime() - held.renewAtNanos() >= 0) {
                held = fetch();
                token = held;
            }
            return held.value();
        } finally {
            renewal.unlock();
        }
    }

    private Token fetch() {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("The token endpoint answered " + response.statusCode() + ": " + response.body());
            }
            JsonNode body = json.readTree(response.body());
            Duration lifetime =
                    Duration.ofSeconds(body.path("expires_in").asLong(60)).minus(RENEW_BEFORE_EXPIRY);
            return new Token(body.path("access_token").asString(), System.nanoTime() + lifetime.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for a token", e);
        }
    }
}
