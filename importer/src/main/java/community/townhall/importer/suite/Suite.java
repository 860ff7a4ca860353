/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The suite behind its gateway. A request that finds it away, restarting or busy is sent again for a while: every
 * request here is safe to repeat.
 */
public final class Suite {

    private static final List<String> SERVICES = List.of("content", "engagement", "moderation", "rewards");
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI gateway;
    private final AccessTokens tokens;
    private final Duration patience;
    private final JsonMapper json = JsonMapper.shared();

    /** @param patience for how long a request is repeated before the import gives up */
    public Suite(HttpClient http, URI gateway, AccessTokens tokens, Duration patience) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** @throws UncheckedIOException when the suite stayed away for longer than the patience */
    public Answer post(String path, String idempotencyKey, Object body) {
        return send("POST", path, idempotencyKey, body);
    }

    /** @throws UncheckedIOException when the suite stayed away for longer than the patience */
    public Answer put(String path, String idempotencyKey, Object body) {
        return send("PUT", path, idempotencyKey, body);
    }

    /** @throws UncheckedIOException when the suite stayed away for longer than the patience */
    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** What a service holds of an origin, by kind. */
    public JsonNode importsOf(String service, String origin) {
        return get("/api/" + service + "/imports/" + origin) instanceof Answer.Accepted(JsonNode body)
                ? body
                : MissingNode.getInstance();
    }

    /** What is left to do in the whole suite: undelivered and unprocessed events. Empty when a service does not say. */
    public Optional<Long> unsettled() {
        long left = 0;
        for (String service : SERVICES) {
            if (!(get("/api/" + service + "/operations/flow") instanceof Answer.Accepted(JsonNode flow))) {
                return Optional.empty();
            }
            left += flow.path("outboxPending").asLong()
                    + flow.path("consumerLag").asLong();
        }
        return Optional.of(left);
    }

    private Answer send(String method, String path, @Nullable String idempotencyKey, @Nullable Object body) {
        byte @Nullable [] content = body == null ? null : json.writeValueAsBytes(body);
        long giveUpAt = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(100);
        while (true) {
            String trouble;
            try {
                HttpResponse<byte[]> response =
                        http.send(request(method, path, idempotencyKey, content), BodyHandlers.ofByteArray());
                int status = response.statusCode();
                if (status < 300) {
                    return new Answer.Accepted(read(response.body()));
                }
                if (status < 500 && status != 429 && status != 401 && status != 408) {
                    return new Answer.Refused(status, reason(status, read(response.body())));
                }
                trouble = "%s %s answered %d".formatted(method, path, status);
                pause = retryAfter(response).orElse(pause);
            } catch (IOException | UncheckedIOException e) {
                trouble = "%s %s: %s".formatted(method, path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The import was interrupted", e);
            }
            if (System.nanoTime() - giveUpAt > 0) {
                throw new UncheckedIOException(new IOException("The suite does not answer. " + trouble));
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private HttpRequest request(
            String method, String path, @Nullable String idempotencyKey, byte @Nullable [] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + tokens.current())
                .method(method, content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        if (content != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.build();
    }

    private JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The fields and rules that the problem detail names, or else its title. */
    private static String reason(int status, JsonNode problem) {
        StringBuilder reason = new StringBuilder("refused, ");
        for (JsonNode error : problem.path("errors")) {
            reason.append(reason.charAt(reason.length() - 1) == ' ' ? "" : ", ")
                    .append(error.path("field").asString())
                    .append(": ")
                    .append(error.path("rule").asString());
        }
        if (problem.path("errors").isEmpty()) {
            reason.append(problem.path("title").asString("status " + status));
        }
        return reason.toString();
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,3}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        }
    }
}
