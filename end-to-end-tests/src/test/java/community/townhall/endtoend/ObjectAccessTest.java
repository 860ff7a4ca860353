/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that belongs to somebody, in every state it can be in, against everybody who is not its owner, at the gateway and
 * at the service itself. What comes of it stands in {@code objects.txt}; an endpoint about a thing that is not in it fails.
 */
@Execution(ExecutionMode.CONCURRENT)
class ObjectAccessTest {

    private static final String OWNER = "owner";
    private static final List<String> CALLERS = List.of("guest", OWNER, "another", "moderator", "operator");
    private static final int MAKERS = 12;

    private static final Townhall TOWNHALL = Townhall.running();
    private static final Specimens SPECIMENS = new Specimens();

    /** Of each, one that stays as it is. */
    private static final Map<String, Specimen> KEPT = new ConcurrentHashMap<>();
    /** Those that are there to be changed. */
    private static final Map<Use, Specimen> USED = new ConcurrentHashMap<>();

    private static final Map<String, Long> VERSIONS = new ConcurrentHashMap<>();
    /** By the request. */
    private static final Map<List<String>, String> ABOUT_NOTHING = new ConcurrentHashMap<>();

    private static final Map<String, Client> STRANGERS = Map.of(
            "guest",
            TOWNHALL.anonymous(),
            "another",
            TOWNHALL.as("member", Community.newMember()),
            "moderator",
            TOWNHALL.as("moderator", Community.newMember()),
            "operator",
            TOWNHALL.as("operator", Community.newMember()));

    /** @param outcomes by caller */
    record Line(String method, String path, String what, Map<String, String> outcomes) {

        String operation() {
            return method + " " + path.replaceFirst("\\?.*", "");
        }

        Stream<Call> calls() {
            List<String> doors =
                    path.startsWith("/api/") ? List.of("the gateway", path.split("/")[2]) : List.of("the gateway");
            return CALLERS.stream()
                    .filter(caller -> !"-".equals(outcomes.get(caller)))
                    .flatMap(caller -> doors.stream().map(door -> new Call(this, caller, door)));
        }

        @Override
        public String toString() {
            return "%s %s of a %s".formatted(method, path, what);
        }
    }

    record Call(Line line, String caller, String door) {

        String outcome() {
            return Objects.requireNonNull(line.outcomes().get(caller));
        }

        boolean changesIt() {
            return !line.method().equals("GET") && outcome().startsWith("2");
        }

        /** Whose the thing is that this changes. What any member may do to it, all of them do to the same one. */
        Use use() {
            boolean ofAll = !caller.equals(OWNER)
                    && Objects.requireNonNull(line.outcomes().get("another")).startsWith("2");
            return new Use(line, ofAll ? "all" : caller, door);
        }

        Client.Reply reply(Specimen specimen) {
            return send(specimen, specimen.at(line.path()), body(specimen));
        }

        /** What the same says about what never was. */
        String wordsAboutNothing(Specimen specimen) {
            String path = specimen.withoutIt(specimen.at(line.path()));
            String given = body(specimen);
            String body = given == null ? null : specimen.withoutIt(given);
            return ABOUT_NOTHING.computeIfAbsent(
                    List.of(caller, door, line.method(), path, String.valueOf(body)),
                    _ -> Specimen.wordsOf(send(specimen, path, body)));
        }

        private @Nullable String body(Specimen specimen) {
            Object body = ObjectAccessTest.body(line.operation(), specimen);
            return body == null ? null : JsonMapper.shared().writeValueAsString(body);
        }

        private Client.Reply send(Specimen specimen, String path, @Nullable String body) {
            Client client = caller.equals(OWNER) ? specimen.owner() : Objects.requireNonNull(STRANGERS.get(caller));
            Client there = door.equals("the gateway") ? client : client.at(TOWNHALL.serviceUrl(door));
            return there.send(
                    line.method(),
                    path,
                    body == null ? null : JsonMapper.shared().readTree(body),
                    null);
        }

        @Override
        public String toString() {
            return "%s as %s at %s".formatted(line, caller, door);
        }
    }

    record Use(Line line, String caller, String door) {}

    @BeforeAll
    static void makeThem() throws InterruptedException, ExecutionException {
        List<Call> calls = lines().flatMap(Line::calls).toList();
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
            List<Future<?>> work = new ArrayList<>();
            calls.stream()
                    .map(call -> call.line().what())
                    .distinct()
                    .forEach(what -> work.add(makers.submit(() -> KEPT.put(what, SPECIMENS.make(what)))));
            calls.stream()
                    .filter(Call::changesIt)
                    .map(Call::use)
                    .distinct()
                    .forEach(use -> work.add(makers.submit(
                            () -> USED.put(use, SPECIMENS.make(use.line().what())))));
            for (Future<?> each : work) {
                each.get();
            }
        }
        TOWNHALL.settle();
    }

    @AfterAll
    static void takeThemAway() {
        SPECIMENS.takeAway();
    }

    static Stream<Line> lines() {
        return table().filter(words -> !words[0].equals("nobodys"))
                .flatMap(words -> Arrays.stream(words[2].split(","))
                        .map(what -> new Line(words[0], words[1], what, outcomes(words))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void what_is_somebodys_is_for_those_whom_it_concerns(Line line) {
        Specimen kept = Objects.requireNonNull(KEPT.get(line.what()));
        boolean reads = line.method().equals("GET");
        String before = reads ? "" : kept.state();
        SoftAssertions found = new SoftAssertions();

        line.calls().forEach(call -> {
            Specimen specimen = call.changesIt() ? Objects.requireNonNull(USED.get(call.use())) : kept;
            check(call, specimen, call.reply(specimen), found);
        });

        if (!reads) {
            found.assertThat(kept.state()).as("the %s, afterwards", line.what()).isEqualTo(before);
        }
        found.assertAll();
    }

    private static void check(Call call, Specimen specimen, Client.Reply reply, SoftAssertions found) {
        String expected = call.outcome();
        switch (expected) {
            case "shown", "not" -> {
                found.assertThat(reply.status()).as("%s", call).isEqualTo(200);
                found.assertThat(reply.text().contains(specimen.mark()))
                        .as("%s: is it shown?", call)
                        .isEqualTo(expected.equals("shown"));
            }
            case "404", "none" -> {
                found.assertThat(reply.status()).as("%s", call).isEqualTo(expected.equals("none") ? 422 : 404);
                found.assertThat(specimen.withoutIt(Specimen.wordsOf(reply)))
                        .as("%s: as for what never was", call)
                        .isEqualTo(call.wordsAboutNothing(specimen));
            }
            default ->
                found.assertThat(reply.status())
                        .as("%s: %s", call, reply.text())
                        .isEqualTo(Integer.parseInt(expected.replace("=", "")));
        }
    }

    @Test
    void no_endpoint_about_a_thing_is_left_out_and_none_is_there_that_does_not_exist() {
        List<String> documented = AccessMatrixTest.documented().stream()
                .map(AccessMatrixTest.Endpoint::key)
                .toList();
        List<String> listed = table().map(words -> words[0].equals("nobodys")
                        ? words[1] + " " + words[2]
                        : words[0] + " " + words[1].replaceFirst("\\?.*", ""))
                .distinct()
                .toList();

        assertThat(documented).containsAll(listed);
        assertThat(new TreeSet<>(listed))
                .containsAll(
                        documented.stream().filter(key -> key.contains("{")).toList());
    }

    @Test
    void a_key_of_one_member_is_not_anothers() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> draft = new HashMap<>(Community.post("DISCUSSION", "By a key that two have"));
        draft.put("draft", true);
        Client one = TOWNHALL.member(Community.newMember());
        Client other = TOWNHALL.member(Community.newMember());

        Client.Reply first = one.post("/api/content/posts", draft, key).expect(201);
        Client.Reply second = other.post("/api/content/posts", draft, key).expect(201);

        assertThat(second.field("id")).isNotEqualTo(first.field("id"));
        assertThat(second.body().path("author").path("id").asString()).isEqualTo(other.memberId());
        one.delete("/api/content/posts/" + first.field("id")).expect(204);
        other.delete("/api/content/posts/" + second.field("id")).expect(204);
    }

    /** What is asked for, in terms of the thing it is asked of; absent where the path says it all. */
    private static @Nullable Object body(String operation, Specimen of) {
        String words = "Other words about " + of.id();
        return switch (operation) {
            case "PUT /api/content/posts/{id}", "PUT /api/engagement/comments/{id}" ->
                Map.of("text", words, "version", version(of));
            case "POST /api/content/posts/{questionId}/answers" -> Map.of("text", words);
            case "PUT /api/content/posts/{id}/accepted-answer" -> Map.of("answerId", of.fact("answerId"));
            case "POST /api/engagement/comments" ->
                of.facts().containsKey("parentId")
                        ? Map.of("postId", of.fact("postId"), "parentId", of.fact("parentId"), "text", words)
                        : Map.of("postId", of.fact("postId"), "text", words);
            case "PUT /api/engagement/thanks/{type}/{id}" -> Map.of("word", words);
            case "PUT /api/engagement/members/{id}/about" ->
                Map.of("text", "They said so", "imported", Map.of("origin", Specimens.ORIGIN));
            case "POST /api/engagement/notifications/read" -> Map.of("ids", List.of(of.id()));
            case "POST /api/moderation/reports" ->
                Map.of("targetType", of.fact("type"), "targetId", of.id(), "category", "OTHER");
            case "POST /api/moderation/decisions" ->
                Map.of(
                        "targetType",
                        of.fact("type"),
                        "targetId",
                        of.id(),
                        "action",
                        "REMOVE",
                        "rule",
                        "off-topic",
                        "explanation",
                        "It does not belong here");
            case "POST /api/moderation/cases/{id}/notes" -> Map.of("text", words);
            case "POST /api/moderation/cases/{id}/decision" -> Map.of("action", "DISMISS", "version", version(of));
            case "PUT /identity/accounts/{id}/roles" -> Map.of("roles", List.of("member"));
            case "PUT /identity/accounts/{id}/state" -> Map.of("state", "stopped");
            default -> operation.startsWith("POST /api/moderation/cases/") ? Map.of("version", version(of)) : null;
        };
    }

    /** As whoever asks has seen it: of one that stays as it is always the same. */
    private static long version(Specimen of) {
        return VERSIONS.computeIfAbsent(of.id(), _ -> of.version());
    }

    private static Map<String, String> outcomes(String[] words) {
        Map<String, String> outcomes = new HashMap<>();
        for (int i = 0; i < CALLERS.size(); i++) {
            outcomes.put(CALLERS.get(i), words[3 + i]);
        }
        return outcomes;
    }

    private static Stream<String[]> table() {
        try (InputStream file = Objects.requireNonNull(ObjectAccessTest.class.getResourceAsStream("/objects.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
