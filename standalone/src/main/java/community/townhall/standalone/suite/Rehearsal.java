/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.standalone.suite;

import community.townhall.standalone.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A little of all that members do, so that a JVM that takes notes for its ahead-of-time cache sees the code that will be
 * needed, and not only that of the start.
 */
public final class Rehearsal {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String TOPIC = "rehearsal";

    /** What one service has heard of, another may hear of by event later; and whoever is away for a moment comes back. */
    private static final Set<Integer> NOT_YET = Set.of(404, 503);

    private final HttpClient http;
    private final String gateway;
    private final Tokens tokens;
    private final Duration longest;

    /** @param longest that the whole of it may take */
    public Rehearsal(HttpClient http, String gateway, Tokens tokens, Duration longest) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.longest = longest;
    }

    /**
     * @param members who play side by side
     * @param rounds how often each of them
     * @throws Refusal when the suite does not play along
     */
    public void play(int members, int rounds) throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        String operator = tokens.fetch("operator", null);
        send(end, operator, "PUT", "/api/content/topics/" + TOPIC, "{\"name\":\"Rehearsal\",\"description\":\"\"}");
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            IntStream.range(0, members)
                    .forEach(member -> parts.add(executor.submit(() -> {
                        for (int round = 0; round < rounds; round++) {
                            takePart(end, member, round);
                        }
                        return null;
                    })));
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            throw new Refusal("The rehearsal broke off: " + (cause instanceof Refusal ? cause.getMessage() : cause));
        }
    }

    /** Somebody asks, somebody answers, and both see what becomes of it. */
    private void takePart(Instant end, int member, int round) throws InterruptedException {
        String asker = tokens.fetch("member", "asker-" + member + "-" + round);
        String helper = tokens.fetch("member", "helper-" + member + "-" + round);
        String question = idOf(send(end, asker, "POST", "/api/content/posts", """
                {"kind":"QUESTION","title":"Where does number %1$d of round %2$d go?","text":"It went *away* in round %2$d.","topics":["%3$s"]}""".formatted(member, round, TOPIC)));
        awaitPublished(end, asker, question);
        String answer = idOf(send(
                end,
                helper,
                "POST",
                "/api/content/posts/" + question + "/answers",
                "{\"text\":\"Number %d goes where round %d takes it.\"}".formatted(member, round)));
        send(
                end,
                helper,
                "POST",
                "/api/engagement/comments",
                "{\"postId\":\"%s\",\"text\":\"Has number %d come back since round %d?\"}"
                        .formatted(question, member, round));
        send(end, helper, "PUT", "/api/engagement/reactions/post/" + question + "/up", "{}");
        awaitPublished(end, helper, answer);
        send(end, asker, "PUT", "/api/engagement/reactions/post/" + answer + "/up", "{}");
        for (String page : List.of(
                "/api/content/feeds/latest?limit=20",
                "/api/content/feeds/hot?limit=20",
                "/api/content/posts/" + question + "/thread",
                "/api/engagement/comments?post=" + question,
                "/api/engagement/notifications",
                "/api/rewards/accounts/me",
                "/api/rewards/accounts/me/entries")) {
            send(end, asker, "GET", page, null);
        }
    }

    private void awaitPublished(Instant end, String author, String post) throws InterruptedException {
        while (!send(end, author, "GET", "/api/content/posts/" + post, null).contains("\"PUBLISHED\"")) {
            if (Instant.now().isAfter(end)) {
                throw new Refusal(post + " was not published");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static String idOf(String answer) {
        try {
            return JsonMapper.shared().readTree(answer).required("id").asString();
        } catch (JacksonException e) {
            throw new Refusal("No id in " + answer);
        }
    }

    /** Sends it until what it is about is there. */
    private String send(Instant end, String token, String method, String path, @Nullable String body)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            while (NOT_YET.contains(response.statusCode()) && Instant.now().isBefore(end)) {
                Thread.sleep(BETWEEN_LOOKS);
                response = http.send(request, BodyHandlers.ofString());
            }
            if (response.statusCode() >= 300) {
                throw new Refusal(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new Refusal(method + " " + path + ": " + e);
        }
    }
}
