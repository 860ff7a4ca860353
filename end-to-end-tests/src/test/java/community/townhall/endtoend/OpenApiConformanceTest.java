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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI documents are true: schemathesis makes requests from them, right ones and wrong ones, and holds the answers
 * against them. It is what {@code SCHEMATHESIS} names or is on the PATH; where there is none, these tests are skipped.
 */
class OpenApiConformanceTest {

    private static final Townhall TOWNHALL = Townhall.running();
    private static final Path REPORTS = Townhall.repositoryRoot().resolve("end-to-end-tests/target/schemathesis");
    /** For each operation, of every phase and as each caller; when none are asked for, enough for some minutes. */
    private static final int EXAMPLES = Integer.getInteger("townhall.test.schemathesis.examples", 0);

    private static final Map<String, JsonNode> RULES = new LinkedHashMap<>();

    static Stream<Arguments> documentsAndCallers() {
        return AccessMatrixTest.DOCUMENTS.keySet().stream()
                .sorted()
                .flatMap(service -> Stream.of("operator", "moderator", "member", "anonymous")
                        .map(caller -> Arguments.of(service, caller)));
    }

    @BeforeAll
    static void a_tester_is_here() {
        Assumptions.assumeTrue(
                Programs.work(List.of(schemathesis(), "--version")),
                "schemathesis is neither on the PATH nor named by SCHEMATHESIS");
        TOWNHALL.operator()
                .get("/api/rewards/rules")
                .expect(200)
                .body()
                .path("items")
                .forEach(rule -> RULES.put(rule.path("id").asString(), rule));
    }

    /** An operator's made-up requests may hit a rule, and other tests count points. */
    @AfterAll
    static void rules_are_as_they_were() {
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

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("documentsAndCallers")
    void answers_are_what_the_document_says(String service, String caller) throws IOException, InterruptedException {
        Files.createDirectories(REPORTS);
        Path report = REPORTS.resolve("%s-%s.txt".formatted(service, caller));
        List<String> command = new ArrayList<>(List.of(
                schemathesis(),
                "--config-file",
                resource("schemathesis.toml"),
                "run",
                TOWNHALL.url().resolve(AccessMatrixTest.DOCUMENTS.get(service)).toString(),
                "--url",
                TOWNHALL.url().toString(),
                "--phases",
                EXAMPLES > 0 || caller.equals("operator") ? "examples,coverage,fuzzing" : "examples,fuzzing",
                "--max-examples",
                Integer.toString(EXAMPLES > 0 ? EXAMPLES : caller.equals("operator") ? 8 : 3),
                "--seed",
                "1",
                "--no-color"));
        if (!caller.equals("anonymous")) {
            command.addAll(List.of("--header", "Authorization: Bearer " + TOWNHALL.token(caller, "tester-" + caller)));
        }
        ProcessBuilder tester = new ProcessBuilder(command)
                .directory(REPORTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        tester.environment().put("SCHEMATHESIS_HOOKS", resource("schemathesis_checks.py"));

        int exitCode = tester.start().waitFor();

        assertThat(exitCode).as(() -> contents(report)).isZero();
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
