/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser, or a script, in front of the gateway. It keeps cookies and follows no redirect unless asked. */
final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final String base;
    Runnable beforeEachHop = () -> {};
    private HttpClient http = newConnections();

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Keeps its cookies, and connects anew: perhaps to another gateway. */
    void reconnect() {
        http.close();
        http = newConnections();
    }

    private HttpClient newConnections() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return exchange(method, path, body, BodyHandlers.ofString(), headers);
    }

    HttpResponse<InputStream> open(String path, String... headers) {
        return exchange("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream(), headers);
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base).resolve(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, Map<String, ?> json, String... headers) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(JSON.writeValueAsString(json)),
                with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> put(String path, Map<String, ?> json, String... headers) {
        return send(
                "PUT",
                path,
                BodyPublishers.ofString(JSON.writeValueAsString(json)),
                with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(form),
                with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** An access token of the OAuth client for scripts. */
    String scriptToken(Map<String, String> fields) {
        HttpResponse<String> response = requestToken(fields, RunningGateway.SCRIPT_SECRET);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response).get("access_token").asString();
    }

    HttpResponse<String> requestToken(Map<String, String> fields, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString(("townhall-cli:" + encode(secret)).getBytes(StandardCharsets.UTF_8));
        return form("/oauth2/token", fields, "Authorization", "Basic " + credentials);
    }

    /** Walks through sign-in as a browser does; answers where it ends. */
    HttpResponse<String> signIn(String username, String password) {
        HttpResponse<String> form = follow(get("/oauth2/authorization/townhall"));
        Matcher csrf = CSRF_FIELD.matcher(form.body());
        if (!csrf.find()) {
            throw new AssertionError("No sign-in form: " + form.statusCode() + " " + form.uri() + " " + form.body());
        }
        beforeEachHop.run();
        return follow(form("/sign-in", Map.of("username", username, "password", password, "_csrf", csrf.group(1))));
    }

    HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> current = response;
        for (int hops = 0; current.statusCode() / 100 == 3; hops++) {
            if (hops == 10) {
                throw new AssertionError("Too many redirects, at " + current.uri());
            }
            beforeEachHop.run();
            current = get(current.headers().firstValue("Location").orElseThrow());
        }
        return current;
    }

    JsonNode session(String... headers) {
        return json(get("/identity/session", headers));
    }

    /** The header that a browser's writes must carry. */
    String[] csrf() {
        JsonNode csrf = session().get("csrf");
        return new String[] {csrf.get("header").asString(), csrf.get("token").asString()};
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
