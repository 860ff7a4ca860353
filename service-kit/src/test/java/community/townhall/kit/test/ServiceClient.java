/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to a service over HTTP as its clients do.
 *
 * @param base what every path begins with
 * @param token of whoever speaks; nobody in particular without one
 */
public record ServiceClient(String base, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nobody in particular, at the service that listens there. */
    public static ServiceClient of(String service, int port) {
        return new ServiceClient("http://localhost:" + port + "/api/" + service, null);
    }

    public ServiceClient as(@Nullable String other) {
        return new ServiceClient(base, other);
    }

    public URI uri(String path) {
        return URI.create(base + path);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer put(String path, @Nullable Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer post(String path, @Nullable Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    /**
     * @param body a text is sent as it is, anything else as JSON
     * @param headers names and values in turn
     */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, publisher(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }

    /**
     * Equal to another that says the same: headers tell of the time, too.
     *
     * @param headers by their names, whatever their case
     */
    public record Answer(int status, String text, Map<String, List<String>> headers) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answer answer && status == answer.status && text.equals(answer.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(status, text);
        }

        public Answer expecting(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }

        /** Provided it is a refusal of that field by that rule. */
        public Answer naming(String field, String rule) {
            assertThat(body().path("errors").toString())
                    .contains("\"field\":\"" + field + "\"")
                    .contains("\"rule\":\"" + rule + "\"");
            return this;
        }

        /** An empty object where there is none. */
        public JsonNode body() {
            return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
        }

        /** The text of a value, or the JSON of what is no value; empty where there is nothing. */
        public String at(String pointer) {
            JsonNode node = body().at(pointer);
            return node.isValueNode() || node.isMissingNode() ? node.asString("") : node.toString();
        }

        public String id() {
            return at("/id");
        }

        /** Of a page's items. */
        public List<String> ids() {
            return body().path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString())
                    .toList();
        }

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }
}
