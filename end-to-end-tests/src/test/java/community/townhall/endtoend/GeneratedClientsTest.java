/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who writes a program for us makes its client from our OpenAPI documents. So do these tests, in Java and in Python: all
 * that openapi-generator makes of all documents compiles, and with it a member takes part, in code that one can read.
 */
class GeneratedClientsTest {

    private static final Townhall TOWNHALL = Townhall.running();
    private static final Path BUILD = Townhall.repositoryRoot().resolve("end-to-end-tests/target");
    private static final Path GENERATOR = BUILD.resolve("openapi-generator-cli.jar");
    private static final Path CLIENTS = BUILD.resolve("generated-clients");

    /** Has what the generated Python client needs; with what else it has we have nothing to do. */
    private static final String PYTHON = Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");

    private final Community community = new Community(TOWNHALL);
    private final String member = Community.newMember();

    @BeforeAll
    static void clients_are_made_from_the_documents() throws IOException {
        Assumptions.assumeTrue(Files.exists(GENERATOR), "openapi-generator is not in " + GENERATOR);
        deleteTree(CLIENTS);
        Files.createDirectories(CLIENTS);
        // One after the other: side by side, one was seen to write another's classes.
        List<String> command = new ArrayList<>(
                List.of(java("java"), "-jar", GENERATOR.toString(), "batch", "--fail-fast", "--threads", "1"));
        for (Map.Entry<String, String> document : AccessMatrixTest.DOCUMENTS.entrySet()) {
            String name = document.getKey();
            Path saved = CLIENTS.resolve(name + ".json");
            Files.writeString(
                    saved,
                    TOWNHALL.anonymous().get(document.getValue()).expect(200).text());
            command.add(configuration(name, "java", saved, """
                    "library": "native",
                    """, """
                    "invokerPackage": "townhall.%1$s.client", "apiPackage": "townhall.%1$s",
                    "modelPackage": "townhall.%1$s.model", "openApiNullable": "false", "useJakartaEe": "true"
                    """.formatted(name)));
            command.add(configuration(name, "python", saved, "", """
                    "packageName": "townhall_%s"
                    """.formatted(name)));
        }
        run(command, Map.of());
    }

    @Test
    void a_member_takes_part_by_a_java_client() throws IOException {
        Path classes = Files.createDirectories(CLIENTS.resolve("classes"));
        List<String> compiler = new ArrayList<>(List.of(
                java("javac"),
                "-nowarn",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        compiler.add(resource("Contributor.java").toString());
        try (Stream<Path> sources = Files.walk(CLIENTS.resolve("java/src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(compiler::add);
        }
        run(compiler, Map.of());

        takesPart(
                List.of(
                        java("java"),
                        "-cp",
                        classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                        "Contributor"),
                Map.of());
    }

    @Test
    void a_member_takes_part_by_a_python_client() throws IOException {
        Assumptions.assumeTrue(
                pythonHasWhatItNeeds(), PYTHON + " has not all of pydantic, dateutil, urllib3 and typing_extensions");

        takesPart(
                List.of(PYTHON, resource("contributor.py").toString()),
                Map.of("PYTHONPATH", CLIENTS.resolve("python").toString(), "PYTHONDONTWRITEBYTECODE", "1"));
    }

    /** Arguments and output are those of the programs among the resources. */
    private void takesPart(List<String> program, Map<String, String> environment) {
        String discussed = community.publishedPost(Community.newMember(), "DISCUSSION", "What clients talk about");
        community.publishedPost(member, "DISCUSSION", "What earns the first points");
        TOWNHALL.settle();
        long balance = community.balance(member);
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(TOWNHALL.url().toString(), Community.TOPIC, discussed));
        Map<String, String> all = new HashMap<>(environment);
        all.put("TOWNHALL_TOKEN", TOWNHALL.token("member", member));

        List<String> lines = run(command, all).lines().toList();

        assertThat(balance).isPositive();
        assertThat(lines)
                .contains(
                        "signed in as " + member,
                        "points " + balance,
                        "votes 1",
                        "feed has it: true",
                        "refused 422 topics[0] exists");
        community.awaitPostStatus(after("post ", lines), member, "PUBLISHED");
        assertThat(TOWNHALL.member(member)
                        .get("/api/engagement/comments/" + after("comment ", lines))
                        .expect(200)
                        .field("postId"))
                .isEqualTo(discussed);
    }

    private static String after(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElseThrow();
    }

    /** @return the file that says what to make */
    private static String configuration(String name, String language, Path document, String more, String properties)
            throws IOException {
        Path file = CLIENTS.resolve("%s-%s.json".formatted(language, name));
        Files.writeString(file, """
                {
                "generatorName": "%1$s",
                %2$s
                "inputSpec": "%3$s",
                "outputDir": "%4$s",
                "globalProperties": {"models": "", "apis": "", "supportingFiles": "", "apiTests": "false",
                    "modelTests": "false", "apiDocs": "false", "modelDocs": "false"},
                "additionalProperties": {%5$s}
                }
                """.formatted(language, more, document, CLIENTS.resolve(language), properties));
        return file.toString();
    }

    private static Path resource(String name) {
        return Townhall.repositoryRoot().resolve("end-to-end-tests/src/test/resources/clients/" + name);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static boolean pythonHasWhatItNeeds() {
        return Programs.work(List.of(PYTHON, "-c", "import pydantic, dateutil, urllib3, typing_extensions"));
    }

    /** @return what it printed, provided it ended well */
    private static String run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
            program.environment().putAll(environment);
            Process process = program.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Path[] files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.toArray(Path[]::new);
        }
        for (int i = files.length - 1; i >= 0; i--) {
            Files.delete(files[i]);
        }
    }
}
