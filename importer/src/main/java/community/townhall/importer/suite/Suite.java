/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.suite;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Another request was made under the key, or what is there is kept before what an import says of it. */
    private static final Set<String> SAID_OTHERWISE =
            Set.of("urn:townhall:problem:idempotency-key-reused", "urn:townhall:problem:kept");

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final int FAILED = 500;

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

    /**
     * A request that writes.
     *
     * @param idempotencyKey by which a repetition is known
     * @param body JSON
     */
    public record Write(String method, String path, String idempotencyKey, String body) {

        public static Write post(String path, String idempotencyKey, Object body) {
            return new Write("POST", path, idempotencyKey, JsonMapper.shared().writeValueAsString(body));
        }

        public static Write put(String path, String idempotencyKey, Object body) {
            return new Write("PUT", path, idempotencyKey, JsonMapper.shared().writeValueAsString(body));
        }
    }

    // The batch, as the services' OpenAPI documents describe it.

    private record Batch(List<Part> requests) {}

    private record Part(
            String id,
            String method,
            String url,
            Map<String, String> headers,
            @JsonRawValue String body) {

        static Part of(int place, Write write) {
            Map<String, String> headers = Map.of(IDEMPOTENCY_KEY, write.idempotencyKey());
            return new Part(String.valueOf(place), write.method(), write.path(), headers, write.body());
        }
    }

    /** What came of one attempt. */
    private sealed interface Outcome<T> {

        record Done<T>(T value) implements Outcome<T> {}

        /** @param pause what the suite asked for */
        record Trouble<T>(String what, Optional<Duration> pause) implements Outcome<T> {}
    }

    /**
     * How often the service failed (500) over the same write, and over the batch as a whole. A service that is merely
     * away says otherwise (503), so that a write it fails over time and again will never be taken.
     */
    private static final class Failures {

        private static final int MOST = 5;

        private final Map<Integer, Integer> times = new HashMap<>();
        private int ofTheWhole;

        boolean areTooMany(int place) {
            return times.merge(place, 1, Integer::sum) >= MOST;
        }

        /** One at a time, once the whole fails again and again: one of them may be to blame. */
        int partsAtOnce() {
            return ofTheWhole < MOST ? Integer.MAX_VALUE : 1;
        }
    }

    private interface Attempt<T> {
        Outcome<T> make() throws IOException, InterruptedException;
    }

    /** @throws UncheckedIOException when the suite stayed away for longer than the patience */
    public Answer get(String path) {
        return persistently(() -> once(request(path).GET()));
    }

    /** @throws UncheckedIOException when the suite stayed away for longer than the patience */
    public Answer send(Write write) {
        return persistently(() -> once(request(write.path())
                .method(write.method(), BodyPublishers.ofString(write.body()))
                .header(CONTENT_TYPE, JSON)
                .header(IDEMPOTENCY_KEY, write.idempotencyKey())));
    }

    /**
     * Sends up to 100 writes to one service in one request. They are carried out in any order, each for itself.
     *
     * @return their answers, each at its write's place
     * @throws UncheckedIOException when the suite stayed away for longer than the patience
     */
    public List<Answer> sendAll(String service, List<Write> writes) {
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        Failures failures = new Failures();
        return persistently(() -> sendUnanswered("/api/" + service + "/batch", writes, answers, failures));
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

    private Outcome<Answer> once(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        return isTrouble(response.statusCode())
                ? trouble(response)
                : new Outcome.Done<>(answer(response.statusCode(), read(response.body())));
    }

    private Outcome<List<Answer>> sendUnanswered(
            String path, List<Write> writes, Map<Integer, Answer> answers, Failures failures)
            throws IOException, InterruptedException {
        List<Part> parts = IntStream.range(0, writes.size())
                .filter(place -> !answers.containsKey(place))
                .limit(failures.partsAtOnce())
                .mapToObj(place -> Part.of(place, writes.get(place)))
                .toList();
        HttpRequest.Builder request = request(path)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(new Batch(parts))))
                .header(CONTENT_TYPE, JSON);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() == FAILED) {
            failures.ofTheWhole++;
            int first = Integer.parseInt(parts.getFirst().id());
            if (parts.size() == 1 && failures.areTooMany(first)) {
                answers.put(first, new Answer.Refused(FAILED, "refused, the service failed over it"));
            }
            return answers.size() == writes.size()
                    ? new Outcome.Done<>(List.copyOf(answers.values()))
                    : trouble(response);
        }
        if (isTrouble(response.statusCode())) {
            return trouble(response);
        }
        JsonNode body = read(response.body());
        if (response.statusCode() >= 300) {
            parts.forEach(part -> answers.put(Integer.valueOf(part.id()), answer(response.statusCode(), body)));
        }
        String trouble = path + " left some unanswered";
        for (JsonNode part : body.path("responses")) {
            int status = part.path("status").asInt();
            int place = Integer.parseInt(part.path("id").asString());
            if (status == FAILED && failures.areTooMany(place)) {
                answers.put(place, new Answer.Refused(status, "refused, the service failed over it"));
            } else if (isTrouble(status)) {
                trouble = said(writes.get(place).path(), status);
            } else {
                answers.put(place, answer(status, part.path("body")));
            }
        }
        return answers.size() == writes.size()
                ? new Outcome.Done<>(List.copyOf(answers.values()))
                : new Outcome.Trouble<>(trouble, Optional.empty());
    }

    private <T> T persistently(Attempt<T> attempt) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        Duration pause = Duration.ofMillis(100);
        while (true) {
            Outcome<T> outcome;
            try {
                outcome = attempt.make();
            } catch (IOException | UncheckedIOException e) {
                outcome = new Outcome.Trouble<>(e.toString(), Optional.empty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The import was interrupted", e);
            }
            switch (outcome) {
                case Outcome.Done<T>(T value) -> {
                    return value;
                }
                case Outcome.Trouble<T>(String what, Optional<Duration> asked) -> {
                    if (System.nanoTime() - giveUpAt > 0) {
                        throw new UncheckedIOException(new IOException("The suite does not answer. " + what));
                    }
                    pause(asked.orElse(pause));
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + tokens.current());
    }

    /** Whether it may go well next time. */
    private static boolean isTrouble(int status) {
        return status >= 500 || status == 429 || status == 401 || status == 408;
    }

    private static <T> Outcome<T> trouble(HttpResponse<?> response) {
        return new Outcome.Trouble<>(said(response.uri().getPath(), response.statusCode()), retryAfter(response));
    }

    private static String said(String path, int status) {
        return "%s answered %d".formatted(path, status);
    }

    private static Answer answer(int status, JsonNode body) {
        if (status < 300) {
            return new Answer.Accepted(body);
        }
        return SAID_OTHERWISE.contains(body.path("type").asString(""))
                ? new Answer.SaidOtherwise()
                : new Answer.Refused(status, reason(status, body));
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
