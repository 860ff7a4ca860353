/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.events.StableId;
import community.townhall.importer.report.ImportReport;
import community.townhall.importer.report.KindTally;
import community.townhall.importer.report.ProgressBar;
import community.townhall.importer.suite.Settling;
import community.townhall.importer.suite.Suite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a suite that keeps what it is sent and refuses what it is told to. */
class StackExchangeImportTest {

    private static final String ORIGIN = "test.stackexchange.com";

    @TempDir
    Path dump;

    private final RecordingSuite suite = new RecordingSuite(ORIGIN);

    @BeforeEach
    void aSmallCommunity() throws IOException {
        file("Users", """
                <row Id="1" DisplayName="Ada" CreationDate="2018-03-12T17:00:00.000" />
                <row Id="2" DisplayName="Bo" CreationDate="2018-03-13T17:00:00.000" />
                <row Id="x" DisplayName="No number" CreationDate="2018-03-13T17:00:00.000" />
                <row Id="4" DisplayName="broken
                """);
        file("Tags", """
                <row Id="1" TagName="q#" Count="1" />
                """);
        file("Posts", """
                <row Id="10" PostTypeId="1" AcceptedAnswerId="11" CreationDate="2018-03-14T10:00:00.000" LastActivityDate="2018-03-16T10:00:00.000" OwnerUserId="1" Title="How?" Body="&lt;p&gt;How?&lt;/p&gt;" Tags="&lt;q#&gt;&lt;unknown&gt;" />
                <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-14T11:00:00.000" OwnerUserId="2" Body="So." />
                <row Id="12" PostTypeId="2" ParentId="99" CreationDate="2018-03-14T11:00:00.000" OwnerUserId="2" Body="Of nothing." />
                <row Id="13" PostTypeId="2" ParentId="10" CreationDate="2018-03-14T12:00:00.000" Body="By somebody who left." />
                <row Id="14" PostTypeId="4" CreationDate="2018-03-14T12:00:00.000" Body="excerpt" />
                """);
        file("Comments", """
                <row Id="20" PostId="10" Text="Why?" CreationDate="2018-03-14T13:00:00.000" UserId="2" />
                <row Id="21" PostId="14" Text="On a wiki" CreationDate="2018-03-14T13:00:00.000" UserId="2" />
                <row Id="22" PostId="10" Text="" CreationDate="2018-03-14T13:00:00.000" UserId="2" />
                """);
        file("Votes", """
                <row Id="30" PostId="11" VoteTypeId="2" CreationDate="2018-03-15T00:00:00.000" />
                <row Id="31" PostId="11" VoteTypeId="1" CreationDate="2018-03-15T00:00:00.000" />
                <row Id="32" PostId="11" VoteTypeId="16" CreationDate="2018-03-15T00:00:00.000" />
                <row Id="33" PostId="99" VoteTypeId="2" CreationDate="2018-03-15T00:00:00.000" />
                """);
        file("Badges", """
                <row Id="40" UserId="1" Name="Student" Date="2018-03-14T12:00:00.000" Class="3" />
                <row Id="41" UserId="9" Name="Student" Date="2018-03-14T12:00:00.000" Class="3" />
                """);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void every_row_is_accounted_for_with_its_reason() throws IOException {
        ImportReport report = run();

        assertThat(report.reconciles()).as("%s", report).isTrue();
        assertThat(of(report, "users")).isEqualTo(figures(4, 2, Map.of("Id is not a number", 1L, "malformed XML", 1L)));
        assertThat(of(report, "topics")).isEqualTo(figures(1, 1, Map.of()));
        assertThat(of(report, "questions").accepted()).isEqualTo(1);
        assertThat(of(report, "questions").remarks()).containsEntry("with a tag that is not in Tags.xml, left off", 1L);
        assertThat(of(report, "answers").skipped()).isEqualTo(Map.of("its question is not there", 1L));
        assertThat(of(report, "answers").remarks()).containsEntry("by a deleted user, kept without a name", 1L);
        assertThat(of(report, "otherPosts").skipped()).isEqualTo(Map.of("the excerpt of a tag's wiki", 1L));
        assertThat(of(report, "comments")).isEqualTo(figures(3, 1, Map.of("its post is not there", 1L, "no Text", 1L)));
        assertThat(of(report, "votes").skipped())
                .isEqualTo(Map.of(
                        "an acceptance, applied to its question", 1L,
                        "an approval of a suggested edit", 1L,
                        "its post is not there", 1L));
        assertThat(of(report, "badges")).isEqualTo(figures(2, 1, Map.of("its member is not there", 1L)));
    }

    @Test
    void what_the_site_itself_wrote_is_under_its_name() throws IOException {
        file("Users", """
                <row Id="-1" DisplayName="Community" CreationDate="2018-03-12T17:00:00.000" />
                """);
        file("Posts", """
                <row Id="10" PostTypeId="1" CreationDate="2018-03-14T10:00:00.000" OwnerUserId="-1" Title="How?" Body="How?" Tags="&lt;q#&gt;" />
                """);

        ImportReport report = run();

        assertThat(suite.bodyOf("post/10")).contains("\"authorId\":\"" + StableId.ofImport(ORIGIN, "user/-1") + "\"");
        assertThat(of(report, "questions").remarks()).isEmpty();
    }

    @Test
    void things_carry_their_author_and_their_time() throws IOException {
        run();

        assertThat(suite.bodyOf("post/10"))
                .contains("\"authorId\":\"" + StableId.ofImport(ORIGIN, "user/1") + "\"")
                .contains("\"at\":\"2018-03-14T10:00:00Z\"")
                .contains("\"topics\":[\"q#\"]");
        assertThat(suite.bodyOf("vote/30")).contains("\"authorId\":null"); // a dump does not say who voted
    }

    @Test
    void an_acceptance_happens_when_its_vote_says() throws IOException {
        run();

        assertThat(suite.firstBodyOf("accepted/11")).contains("\"at\":\"2018-03-15T00:00:00Z\"");
    }

    @Test
    void what_the_suite_refuses_is_counted_by_field_and_rule() throws IOException {
        suite.refuse("comment/20");

        ImportReport report = run();

        assertThat(of(report, "comments").skipped()).containsEntry("refused, text: Size", 1L);
        assertThat(report.reconciles()).isTrue();
    }

    @Test
    void a_suite_that_is_away_for_a_moment_costs_nothing() throws IOException {
        suite.failOnce("post/10");
        suite.failOnce("vote/30");

        assertThat(run().reconciles()).isTrue();
    }

    @Test
    void a_suite_that_stays_away_ends_the_import_with_a_word() {
        suite.failAlways("post/11");

        assertThatThrownBy(this::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not answer")
                .hasRootCauseInstanceOf(IOException.class)
                .hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_second_run_sends_the_same_under_the_same_keys() throws IOException {
        run();
        Map<String, String> first = suite.stored();

        ImportReport second = run();

        assertThat(suite.stored()).isEqualTo(first);
        assertThat(second.reconciles()).isTrue();
    }

    private ImportReport run() throws IOException {
        HttpClient http = HttpClient.newHttpClient();
        Suite client = new Suite(http, suite.uri(), () -> "token", Duration.ofMillis(600));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new StackExchangeImport(
                        dump,
                        ORIGIN,
                        client,
                        new Settling(client, Duration.ofSeconds(10)),
                        4,
                        total -> new ProgressBar(nowhere, false, total))
                .run();
    }

    private static KindTally.Figures of(ImportReport report, String kind) {
        return Objects.requireNonNull(report.kinds().get(kind));
    }

    private static KindTally.Figures figures(long read, long accepted, Map<String, Long> skipped) {
        return new KindTally.Figures(read, accepted, accepted, skipped, Map.of());
    }

    private void file(String name, String rows) throws IOException {
        Files.writeString(dump.resolve(name + ".xml"), "<rows>\n" + rows + "</rows>\n");
    }
}
