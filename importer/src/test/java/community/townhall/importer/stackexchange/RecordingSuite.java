/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.townhall.events.StableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in for the suite: keeps every created thing by its idempotency key, and counts them as the services would. */
final class RecordingSuite implements AutoCloseable {

    private final String origin;
    private final HttpServer server;
    private final Map<String, String> stored = new ConcurrentSkipListMap<>();
    private final Map<String, String> firstBodies = new ConcurrentSkipListMap<>();
    private final Map<String, String> firstRequests = new ConcurrentSkipListMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();
    private final Set<String> failingOnce = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Set<String> failedOver = ConcurrentHashMap.newKeySet();
    private final Set<String> changedHere = ConcurrentHashMap.newKeySet();
    private final Set<String> topicsOfItsOwn = ConcurrentHashMap.newKeySet();

    RecordingSuite(String origin) {
        this.origin = origin;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void refuse(String key) {
        refused.add(key);
    }

    /** Keys of what was refused. */
    Set<String> refusals() {
        return Set.copyOf(refusals);
    }

    void failOnce(String key) {
        failingOnce.add(key);
    }

    void failAlways(String key) {
        failing.add(key);
    }

    void failOver(String key) {
        failedOver.add(key);
    }

    /** Somebody here has put it in other words. */
    void changeHere(String key) {
        changedHere.add(key);
    }

    void hasTopicOfItsOwn(String key) {
        topicsOfItsOwn.add(key);
    }

    String bodyOf(String key) {
        return stored.getOrDefault(key, "");
    }

    String firstBodyOf(String key) {
        return firstBodies.getOrDefault(key, "");
    }

    Map<String, String> stored() {
        return new TreeMap<>(stored);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (path.endsWith("/batch")) {
            reply(exchange, 200, batch(path, body));
        } else if (key != null) {
            Reply reply = create(key, path, body);
            reply(exchange, reply.status(), reply.body());
        } else if (path.endsWith("/operations/flow")) {
            reply(exchange, 200, "{\"outboxPending\":0,\"consumerLag\":0}");
        } else if (path.equals("/api/content/imports/" + origin)) {
            reply(
                    exchange,
                    200,
                    "{\"topics\":%d,\"wikis\":%d,\"questions\":%d,\"answers\":%d}"
                            .formatted(
                                    count("tag/", "\"origin\""),
                                    count("wiki/", ""),
                                    count("post/", "QUESTION"),
                                    count("post/", "") - count("post/", "QUESTION")));
        } else if (path.equals("/api/engagement/imports/" + origin)) {
            reply(
                    exchange,
                    200,
                    "{\"members\":%d,\"abouts\":%d,\"comments\":%d,\"reactions\":%d}"
                            .formatted(
                                    count("user/", ""),
                                    count("about/", ""),
                                    count("comment/", ""),
                                    count("vote/", "") + count("comment-vote/", "")));
        } else if (path.equals("/api/rewards/imports/" + origin)) {
            reply(exchange, 200, "{\"badges\":%d}".formatted(count("badge/", "")));
        } else if (path.equals("/api/content/topics/" + Translation.NO_TOPIC)) {
            reply(exchange, stored.containsKey("tag/" + Translation.NO_TOPIC) ? 200 : 404, "{}");
        } else {
            reply(exchange, 200, "{\"questionId\":\"%s\"}".formatted(StableId.ofImport(origin, "post/10")));
        }
    }

    private record Reply(int status, String body) {}

    private Reply create(String key, String path, String body) {
        if (failing.contains(key) || failingOnce.remove(key)) {
            return new Reply(503, "{}");
        }
        if (refused.contains(key)) {
            refusals.add(key);
            return new Reply(400, "{\"errors\":[{\"field\":\"text\",\"rule\":\"Size\",\"message\":\"too long\"}]}");
        }
        if (failedOver.contains(key)) {
            return new Reply(500, "{}");
        }
        if (topicsOfItsOwn.contains(key)) {
            return new Reply(200, "{\"origin\":null}");
        }
        boolean acceptance = path.endsWith("/accepted-answer");
        String request = path
                + (acceptance
                        ? JsonMapper.shared().readTree(body).path("answerId").asString()
                        : body);
        String first = firstRequests.putIfAbsent(acceptance ? path : key, request);
        firstBodies.putIfAbsent(key, body);
        if (first != null && !first.equals(request) || changedHere.contains(key)) {
            return isKeptByItsPath(key)
                    ? new Reply(409, "{\"type\":\"urn:townhall:problem:kept\"}")
                    : new Reply(422, "{\"type\":\"urn:townhall:problem:idempotency-key-reused\"}");
        }
        stored.put(key, body);
        return new Reply(201, JsonMapper.shared().writeValueAsString(view(body)));
    }

    /** What was stored, a name as the services keep it. */
    private Map<String, String> view(String body) {
        String name = JsonMapper.shared().readTree(body).path("displayName").asString("");
        String seen = name.replaceAll("[\\u200B\\u202E]", "");
        return name.isEmpty()
                ? Map.of("origin", origin)
                : Map.of("origin", origin, "displayName", seen.substring(0, Math.min(80, seen.length())));
    }

    private static boolean isKeptByItsPath(String key) {
        return Stream.of("tag/", "excerpt/", "wiki/", "about/", "vote/", "comment-vote/", "accepted/")
                .anyMatch(key::startsWith);
    }

    private String batch(String path, String body) {
        List<String> responses = new ArrayList<>();
        for (JsonNode part : JsonMapper.shared().readTree(body).path("requests")) {
            assertThat(part.path("url").asString()).startsWith(path.replace("/batch", "/"));
            Reply reply = create(
                    part.path("headers").path("Idempotency-Key").asString(),
                    part.path("url").asString(),
                    part.path("body").toString());
            responses.add("{\"id\":%s,\"status\":%d,\"body\":%s}"
                    .formatted(part.path("id").toString(), reply.status(), reply.body()));
        }
        return "{\"responses\":[%s]}".formatted(String.join(",", responses.reversed())); // in any order
    }

    private long count(String prefix, String containing) {
        return stored.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && entry.getValue().contains(containing))
                .count();
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
