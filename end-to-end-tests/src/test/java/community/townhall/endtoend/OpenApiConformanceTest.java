/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI documents are true: schemathesis makes requests from them, right ones and wrong ones, and holds the answers
 * against them. It is what {@code SCHEMATHESIS} names or is on the PATH; where there is none, these tests are skipped.
 */
class OpenApiConformanceTest {

    private static final Townhall TOWNHALL = Townhall.running();
    private static final Path REPORTS = Townhall.repositoryRoot().resolve("end-to-end-tests/target/schemathesis");
    /** For each operation, of every phase and as each caller; when none are asked for, enough for some minutes. */
    private static final int EXAMPLES = Integer.getInteger("townhall.test.schemathesis.examples", 0);

    private static final int SEED = Integer.getInteger("townhall.test.schemathesis.seed", 1);

    private static final List<String> SIGNED_IN = List.of("operator", "moderator", "member");

    private static final Map<String, JsonNode> RULES = new LinkedHashMap<>();
    private static final Path EXISTING = REPORTS.resolve("existing.json");

    /** Two testers at a time: each is one thread, and waits for answers half of its time. */
    private static final ExecutorService TESTERS = Executors.newFixedThreadPool(2);

    private static final Map<Run, Future<Integer>> EXIT_CODES = new LinkedHashMap<>();

    record Run(String service, String caller) {

        Path report() {
            return REPORTS.resolve("%s-%s.txt".formatted(service, caller));
        }

        @Override
        public String toString() {
            return service + " as " + caller;
        }
    }

    /** Those of operators first, which take longest. */
    static Stream<Run> runs() {
        return Stream.of("operator", "moderator", "member", "anonymous")
                .flatMap(caller ->
                        AccessMatrixTest.DOCUMENTS.keySet().stream().sorted().map(service -> new Run(service, caller)));
    }

    @BeforeAll
    static void a_tester_is_here() throws IOException {
        Assumptions.assumeTrue(
                Programs.work(List.of(schemathesis(), "--version")),
                "schemathesis is neither on the PATH nor named by SCHEMATHESIS");
        Files.createDirectories(REPORTS);
        Files.writeString(EXISTING, JsonMapper.shared().writeValueAsString(existing()));
        TOWNHALL.operator()
                .get("/api/rewards/rules")
                .expect(200)
                .body()
                .path("items")
                .forEach(rule -> RULES.put(rule.path("id").asString(), rule));
        runs().forEach(run -> EXIT_CODES.put(run, TESTERS.submit(() -> exitCodeOf(run))));
    }

    /** Ids to ask for, by kind: something of each caller's in view, in private and gone, some of it reported. */
    private static Map<String, List<String>> existing() {
        Community community = new Community(TOWNHALL);
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String role : SIGNED_IN) {
            String member = "tester-" + role;
            Client client = TOWNHALL.as(role, member);
            String post = community.publishedPost(member, "DISCUSSION", "A discussion of " + member);
            String question = community.publishedPost(member, "QUESTION", "A question of " + member);
            Map<String, Object> answer = Map.of("text", "An answer of " + member + ", " + Community.newMember());
            String answered = client.post("/api/content/posts/%s/answers".formatted(question), answer)
                    .expect(201)
                    .field("id");
            community.awaitPostStatus(answered, member, "PUBLISHED");
            String gone = community.publishedPost(member, "DISCUSSION", "Soon gone, of " + member);
            client.delete("/api/content/posts/" + gone).expect(204);
            Map<String, Object> unfinished = new LinkedHashMap<>(Community.post("DISCUSSION", "A draft of " + member));
            unfinished.put("draft", true);
            String draft =
                    client.post("/api/content/posts", unfinished).expect(201).field("id");
            String comment = client.post("/api/engagement/comments", Map.of("postId", post, "text", "A comment"))
                    .expect(201)
                    .field("id");
            TOWNHALL.member(Community.newMember())
                    .post("/api/moderation/reports", Map.of("targetType", "POST", "targetId", post, "category", "SPAM"))
                    .expect(201);
            Map.of(
                            "post", List.of(post, question, answered, gone, draft),
                            "question", List.of(question),
                            "answer", List.of(answered),
                            "comment", List.of(comment),
                            "case", List.of(post),
                            "member", List.of(member))
                    .forEach((kind, several) ->
                            ids.computeIfAbsent(kind, each -> new ArrayList<>()).addAll(several));
        }
        ids.put("topic", List.of(Community.TOPIC));
        ids.put("rule", List.of("post-published", "upvote-received"));
        ids.put("consumer", List.of("screening", "figures"));
        return ids;
    }

    /** An operator's made-up requests may hit a rule, and other tests count points. */
    @AfterAll
    static void rules_are_as_they_were() {
        TESTERS.close();
        RULES.forEach((id, rule) -> {
            JsonNode now = TOWNHALL.operator()
                    .get("/api/rewards/rules")
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(each -> each.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (!now.equals(rule)) {
                Map<String, Object> former = new LinkedHashMap<>();
                rule.properties().forEach(property -> former.put(property.getKey(), property.getValue()));
                former.remove("id"); // which the path says
                former.put("version", now.path("version").asLong());
                TOWNHALL.operator().put("/api/rewards/rules/" + id, former).expect(200);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void answers_are_what_the_document_says(Run run) throws ExecutionException, InterruptedException {
        int exitCode = Objects.requireNonNull(EXIT_CODES.get(run)).get();

        assertThat(exitCode).as(() -> contents(run.report())).isZero();
    }

    private static int exitCodeOf(Run run) throws IOException, InterruptedException {
        String caller = run.caller();
        List<String> command = new ArrayList<>(List.of(
                schemathesis(),
                "--config-file",
                resource("schemathesis.toml"),
                "run",
                TOWNHALL.url()
                        .resolve(AccessMatrixTest.DOCUMENTS.get(run.service()))
                        .toString(),
                "--url",
                TOWNHALL.url().toString(),
                "--phases",
                EXAMPLES > 0 || caller.equals("operator") ? "examples,coverage,fuzzing" : "examples,fuzzing",
                "--max-examples",
                Integer.toString(EXAMPLES > 0 ? EXAMPLES : caller.equals("operator") ? 5 : 2),
                "--seed",
                Integer.toString(SEED),
                "--no-color"));
        if (!caller.equals("anonymous")) {
            command.addAll(List.of("--header", "Authorization: Bearer " + TOWNHALL.token(caller, "tester-" + caller)));
        }
        ProcessBuilder tester = new ProcessBuilder(command)
                .directory(REPORTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(run.report().toFile());
        tester.environment().put("SCHEMATHESIS_HOOKS", resource("schemathesis_checks.py"));
        tester.environment().put("TOWNHALL_EXISTING", EXISTING.toString());
        return tester.start().waitFor();
    }

    private static String resource(String name) {
        return Townhall.repositoryRoot()
                .resolve("end-to-end-tests/src/test/resources")
                .resolve(name)
                .toString();
    }

    private static String schemathesis() {
        String named = System.getenv("SCHEMATHESIS");
        return named == null ? "schemathesis" : named;
    }

    private static String contents(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
