/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A community moves in: the beginning of a real dump, with rows broken on purpose, and a small site full of oddities. */
class ImportTest {

    private static final Path DUMP = Townhall.repositoryRoot().resolve("../shared/data/stackexchange-quantumcomputing");
    private static final int ROWS_OF_EACH_FILE = 250;
    private static final List<String> FILES = List.of("Users", "Tags", "Posts", "Comments", "Votes", "Badges");

    @TempDir
    Path folder;

    private final Townhall townhall = Townhall.running();
    private final String origin = "test-" + UUID.randomUUID() + ".stackexchange.com";

    @Test
    void a_cut_off_import_goes_on_and_ends_with_every_row_accounted_for_and_a_second_adds_nothing()
            throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(DUMP), "the example data is not here");
        beginningOf(DUMP);

        Process cutOff = start("cut-off.json");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> present("members") >= 50);
        cutOff.destroyForcibly().waitFor();

        JsonNode report = importAll("first.json");
        assertThat(report.path("kinds")
                        .path("users")
                        .path("skipped")
                        .path("malformed XML")
                        .asLong())
                .isEqualTo(1);
        assertThat(report.path("kinds").path("questions").path("present").asLong())
                .isPositive();
        assertThat(report.path("kinds").path("votes").path("present").asLong()).isPositive();

        JsonNode again = importAll("second.json");
        assertThat(again.path("kinds")).isEqualTo(report.path("kinds"));
        JsonNode status = townhall.status();
        assertThat(status.path("outboxPending").asLong(-1)).isZero();
        assertThat(status.path("consumerLag").asLong(-1)).isZero();
        assertThat(status.path("deadLetters").asLong(-1)).isZero();
        assertThat(status.path("ledgerImbalance").asLong(-1)).isZero();
        assertThat(townhall.anonymous()
                        .get("/api/rewards/leaderboards/day?date=2018-03-12")
                        .expect(200)
                        .body()
                        .path("items"))
                .as("history earns its points in its own days")
                .isNotEmpty();
    }

    @Test
    void another_sites_dump_comes_out_as_cleanly_with_whatever_is_odd_in_it() throws Exception {
        Path site = Path.of(Objects.requireNonNull(ImportTest.class.getResource("/another-site"))
                .toURI());
        for (String name : FILES) {
            Files.copy(site.resolve(name + ".xml"), folder.resolve(name + ".xml"));
        }

        JsonNode report = importAll("another.json");

        assertThat(accepted(report))
                .isEqualTo(Map.of(
                        "users",
                        4L,
                        "abouts",
                        1L,
                        "topics",
                        4L,
                        "wikis",
                        2L,
                        "questions",
                        3L,
                        "answers",
                        1L,
                        "comments",
                        2L,
                        "votes",
                        6L,
                        "badges",
                        1L,
                        "otherPosts",
                        0L));
        assertThat(importAll("again.json").path("kinds")).isEqualTo(report.path("kinds"));
        JsonNode question = townhall.anonymous()
                .get("/api/content/feeds/latest?topic=" + URLEncoder.encode("c#", StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .path("items")
                .path(0);
        assertThat(question.path("acceptedAnswerId").asString(""))
                .as("the answer came first in the file, and is accepted: %s", question)
                .isNotEmpty();
    }

    private static Map<String, Long> accepted(JsonNode report) {
        return report.path("kinds").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        kind -> kind.getValue().path("accepted").asLong()));
    }

    private JsonNode importAll(String reportName) throws IOException, InterruptedException {
        Process process = start(reportName);
        int exitCode = process.waitFor();
        assertThat(exitCode)
                .as(Files.readString(folder.resolve(reportName + ".out")))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve(reportName)));
        report.path("kinds").properties().forEach(kind -> {
            JsonNode figures = kind.getValue();
            long skipped = 0;
            for (JsonNode count : figures.path("skipped")) {
                skipped += count.asLong();
            }
            assertThat(figures.path("read").asLong())
                    .as("%s read", kind.getKey())
                    .isEqualTo(figures.path("accepted").asLong() + skipped);
            assertThat(figures.path("present").asLong())
                    .as("%s present", kind.getKey())
                    .isEqualTo(figures.path("accepted").asLong());
        });
        return report;
    }

    private Process start(String reportName) throws IOException {
        List<String> command = List.of(
                "sh",
                Townhall.repositoryRoot().resolve("townhall").toString(),
                "import",
                "stackexchange",
                folder.toString(),
                "--origin",
                origin,
                "--report",
                folder.resolve(reportName).toString(),
                "--data",
                townhall.data().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(reportName + ".out").toFile())
                .start();
    }

    private long present(String kind) {
        return townhall.operator()
                .get("/api/engagement/imports/" + origin)
                .body()
                .path(kind)
                .asLong();
    }

    /** Files of the same form with their first rows; one row of the users is cut in two. */
    private void beginningOf(Path dump) throws IOException {
        for (String name : FILES) {
            Path file = dump.resolve(name + ".xml");
            try (BufferedReader lines = Files.newBufferedReader(file);
                    BufferedWriter beginning = Files.newBufferedWriter(folder.resolve(name + ".xml"))) {
                int rows = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    boolean row = line.strip().startsWith("<row ");
                    if (!row || rows++ < ROWS_OF_EACH_FILE) {
                        beginning.write(line);
                        beginning.newLine();
                    }
                    if (row && rows == 10 && name.equals("Users")) {
                        beginning.write("  <row Id=\"123456\" DisplayName=\"cut");
                        beginning.newLine();
                    }
                }
            }
        }
    }
}
