/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.events.StableId;
import community.townhall.importer.report.ImportReport;
import community.townhall.importer.report.KindTally;
import community.townhall.importer.report.ProgressBar;
import community.townhall.importer.suite.Pace;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a suite that keeps what it is sent and refuses what it is told to. */
class StackExchangeImportTest {

    private static final String ORIGIN = "test.stackexchange.com";
    private static final KindTally.Named NONE = new KindTally.Named(0, List.of());

    @TempDir
    Path dump;

    @TempDir
    Path records;

    private final RecordingSuite suite = new RecordingSuite(ORIGIN);

    @BeforeEach
    void aSmallCommunity() throws IOException {
        file("Users", """
                <row Id="1" DisplayName="Ada" CreationDate="2018-03-12T17:00:00.000" AboutMe="&lt;p&gt;Counts.&lt;/p&gt;" />
                <row Id="2" DisplayName="Bo" CreationDate="2018-03-13T17:00:00.000" AboutMe="" />
                <row Id="x" DisplayName="No number" CreationDate="2018-03-13T17:00:00.000" />
                <row Id="4" DisplayName="broken
                """);
        file("Tags", """
                <row Id="1" TagName="q#" Count="1" ExcerptPostId="14" WikiPostId="15" />
                """);
        file("Posts", """
                <row Id="10" PostTypeId="1" AcceptedAnswerId="11" CreationDate="2018-03-14T10:00:00.000" LastActivityDate="2018-03-16T10:00:00.000" OwnerUserId="1" Title="How?" Body="&lt;p&gt;How?&lt;/p&gt;" Tags="&lt;q#&gt;&lt;unknown&gt;" />
                <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-14T11:00:00.000" OwnerUserId="2" Body="So." />
                <row Id="12" PostTypeId="2" ParentId="99" CreationDate="2018-03-14T11:00:00.000" OwnerUserId="2" Body="Of nothing." />
                <row Id="13" PostTypeId="2" ParentId="10" CreationDate="2018-03-14T12:00:00.000" Body="By somebody who left." />
                <row Id="14" PostTypeId="4" CreationDate="2018-03-14T12:00:00.000" Body="excerpt" />
                <row Id="15" PostTypeId="5" CreationDate="2018-03-14T12:00:00.000" Body="&lt;p&gt;At length.&lt;/p&gt;" />
                <row Id="16" PostTypeId="5" CreationDate="2018-03-14T12:00:00.000" Body="Of no tag." />
                <row Id="17" PostTypeId="6" CreationDate="2018-03-14T12:00:00.000" Body="Vote for me." />
                """);
        file("Comments", """
                <row Id="20" PostId="10" Score="2" Text="Why?" CreationDate="2018-03-14T13:00:00.000" UserId="2" />
                <row Id="21" PostId="14" Score="5" Text="On a wiki" CreationDate="2018-03-14T13:00:00.000" UserId="2" />
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
        assertThat(of(report, "users"))
                .isEqualTo(figures(4, 2, Map.of("Id is not a number", 1L, "malformed XML", 1L), 1));
        assertThat(of(report, "topics")).isEqualTo(figures(1, 1, Map.of(), 0));
        assertThat(of(report, "questions").accepted()).isEqualTo(1);
        assertThat(of(report, "questions").remarks()).containsEntry("with a tag that is not in Tags.xml, left off", 1L);
        assertThat(of(report, "answers").skipped()).isEqualTo(Map.of("its question is not there", 1L));
        assertThat(of(report, "answers").remarks()).containsEntry("by a deleted user, kept without a name", 1L);
        assertThat(of(report, "otherPosts").skipped()).isEqualTo(Map.of("a moderator's nomination", 1L));
        assertThat(of(report, "wikis").skipped()).isEqualTo(Map.of("its tag is not there", 1L));
        assertThat(of(report, "wikis").accepted()).isEqualTo(2);
        assertThat(of(report, "abouts").accepted()).isEqualTo(1);
        assertThat(of(report, "comments"))
                .isEqualTo(figures(3, 1, Map.of("its post is not there", 1L, "no Text", 1L), 2));
        assertThat(of(report, "votes").skipped())
                .isEqualTo(Map.of(
                        "an acceptance, applied to its question", 1L,
                        "an approval of a suggested edit", 1L,
                        "its post is not there", 1L));
        assertThat(of(report, "badges")).isEqualTo(figures(2, 1, Map.of("its member is not there", 1L), 1));
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
    void an_acceptance_that_its_vote_told_of_is_not_said_to_be_left_off() throws IOException {
        String posts = Files.readString(dump.resolve("Posts.xml"));
        Files.writeString(dump.resolve("Posts.xml"), posts.replace("LastActivityDate=\"2018-03-16T10:00:00.000\"", ""));

        assertThat(of(run(), "questions").remarks())
                .doesNotContainKey("whose acceptance was left off: no LastActivityDate");

        Files.writeString(dump.resolve("Votes.xml"), element("Votes", ""));
        assertThat(of(run(), "questions").remarks())
                .containsEntry("whose acceptance was left off: no LastActivityDate", 1L);
    }

    @Test
    void nothing_of_a_row_is_changed_or_left_out_without_a_word() throws IOException {
        file("Comments", """
                <row Id="20" PostId="10" Score="99999999999" Text="Beyond" CreationDate="2018-03-14T13:00:00.000" />
                <row Id="21" PostId="10" Score="10001" Text="Over" CreationDate="2018-03-14T13:00:00.000" />
                <row Id="22" PostId="10" Score="-3" Text="Below" CreationDate="2018-03-14T13:00:00.000" />
                <row Id="23" PostId="10" Score="" Text="Empty" CreationDate="2018-03-14T13:00:00.000" />
                <row Id="24" PostId="10" Score="1.5" Text="Half" CreationDate="2018-03-14T13:00:00.000" />
                <row Id="99999999999" PostId="10" Text="No such Id" CreationDate="2018-03-14T13:00:00.000" />
                """);
        file("Votes", """
                <row Id="30" PostId="11" VoteTypeId="5" UserId="77" CreationDate="2018-03-15T00:00:00.000" />
                <row Id="31" PostId="11" VoteTypeId="2" UserId="" CreationDate="2018-03-15T00:00:00.000" />
                """);
        file("Posts", """
                <row Id="10" PostTypeId="1" CreationDate="2018-03-14T10:00:00.000" OwnerUserId="1" Title="How?" Body="How?" />
                <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-14T11:00:00.000" OwnerUserId="2" Body="So." />
                <row Id="14" PostTypeId="4" CreationDate="2018-03-14T12:00:00.000" Body="%s" />
                """.formatted("long ".repeat(300)));

        ImportReport report = run();

        assertThat(of(report, "comments").accepted()).isEqualTo(5);
        assertThat(of(report, "comments").skipped()).isEqualTo(Map.of("Id is beyond what numbers there are", 1L));
        assertThat(of(report, "votes").remarks())
                .isEqualTo(Map.of(
                        "of a comment left out: its Score is beyond what numbers there are", 1L,
                        "of a comment left out: its Score is over 10000", 1L,
                        "of a comment left out: its Score is below 0", 1L,
                        "of a comment left out: its Score is not a number", 2L,
                        "by an unknown user, kept without a name", 1L));
        assertThat(of(report, "votes").skipped()).isEqualTo(Map.of("UserId is not a number", 1L));
        assertThat(of(report, "questions").remarks()).isEqualTo(Map.of("without a tag, put under 'untagged'", 1L));
        assertThat(of(report, "wikis").remarks()).containsEntry("cut to 1000 characters", 1L);
        assertThat(report.reconciles()).as("%s", report).isTrue();
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

    @Test
    void what_is_html_there_is_said_to_be_html() throws IOException {
        run();

        assertThat(suite.bodyOf("post/10")).contains("\"markup\":\"HTML\"");
        assertThat(suite.bodyOf("post/11")).contains("\"markup\":\"HTML\"");
        assertThat(suite.bodyOf("comment/20")).doesNotContain("markup");
        assertThat(suite.bodyOf("about/1")).contains("<p>Counts.</p>").contains("\"markup\":\"HTML\"");
    }

    @Test
    void a_tags_excerpt_becomes_the_topics_description_and_its_wiki_a_wiki() throws IOException {
        run();

        assertThat(suite.bodyOf("excerpt/q%23")).contains("\"description\":\"excerpt\"");
        assertThat(suite.bodyOf("wiki/q%23")).contains("<p>At length.</p>").contains("\"markup\":\"HTML\"");
    }

    @Test
    void a_description_that_is_too_long_is_cut_between_characters() {
        assertThat(Translation.cut("a".repeat(10), 10)).hasSize(10).doesNotContain("…");
        assertThat(Translation.cut("a".repeat(11), 10)).isEqualTo("a".repeat(9) + "…");
        assertThat(Translation.cut("a".repeat(8) + "🦊🦊", 10)).isEqualTo("a".repeat(8) + "…");
    }

    @Test
    void the_score_of_a_comment_comes_along_as_votes_of_nobody_known() throws IOException {
        ImportReport report = run();

        assertThat(suite.stored()).containsKeys("comment-vote/20/1", "comment-vote/20/2");
        assertThat(suite.stored()).doesNotContainKeys("comment-vote/20/3", "comment-vote/21/1");
        assertThat(of(report, "votes").accepted()).isEqualTo(3);
    }

    @Test
    void a_newer_dump_adds_its_rows_and_names_those_that_changed_or_are_gone() throws IOException {
        run();
        file("Users", """
                <row Id="1" DisplayName="Ada, renamed" CreationDate="2018-03-12T17:00:00.000" />
                <row Id="2147483647" DisplayName="New" CreationDate="2018-03-13T17:00:00.000" />
                """);
        file("Comments", """
                <row Id="-7" PostId="10" Text="New" CreationDate="2018-03-14T13:00:00.000" UserId="2147483647" />
                """);

        ImportReport report = run();

        assertThat(of(report, "users").changed()).isEqualTo(new KindTally.Named(1, List.of("1")));
        assertThat(of(report, "users").gone()).isEqualTo(new KindTally.Named(1, List.of("2")));
        assertThat(of(report, "users").accepted()).isEqualTo(1);
        assertThat(of(report, "comments").gone().rows()).contains("20");
        assertThat(of(report, "questions").accepted())
                .as("what refers to a changed row finds it there")
                .isEqualTo(1);
        assertThat(suite.bodyOf("comment/-7"))
                .contains("\"authorId\":\"" + StableId.ofImport(ORIGIN, "user/2147483647") + "\"");
        assertThat(report.succeeded()).as("%s", report).isTrue();
    }

    @Test
    void each_changed_row_is_left_as_it_was_and_named() throws IOException {
        run();
        Map<String, String> first = suite.stored();
        edit("Users", "Counts.", "Reckons.");
        edit("Posts", "Body=\"excerpt\"", "Body=\"another\"");
        edit("Posts", "At length.", "At greater length.");
        edit("Posts", "AcceptedAnswerId=\"11\"", "AcceptedAnswerId=\"13\"");
        edit("Comments", "Score=\"2\"", "Score=\"1\"");
        edit("Votes", "VoteTypeId=\"2\"", "VoteTypeId=\"3\"");
        edit("Votes", "Id=\"31\" PostId=\"11\"", "Id=\"31\" PostId=\"13\"");

        ImportReport report = run();

        assertThat(suite.stored()).isEqualTo(first);
        assertThat(of(report, "abouts").changed().rows()).containsExactly("1");
        assertThat(of(report, "wikis").changed().rows()).containsExactly("14", "15");
        assertThat(of(report, "questions").changed().rows()).containsExactly("10");
        assertThat(of(report, "votes").changed().rows()).containsExactly("30", "31");
        assertThat(of(report, "votes").gone().rows()).containsExactly("2 for comment 20");
        assertThat(of(report, "votes").remarks())
                .containsEntry("of acceptance left out: another answer is accepted here", 1L);
        assertThat(of(report, "votes").unaccounted()).isZero();
        assertThat(report.succeeded()).as("%s", report).isTrue();
        assertThat(run().kinds()).as("the same again").isEqualTo(report.kinds());
    }

    @Test
    void a_vote_that_moved_to_another_post_counts_where_it_was() throws IOException {
        run();
        Map<String, String> first = suite.stored();
        edit("Votes", "Id=\"30\" PostId=\"11\"", "Id=\"30\" PostId=\"10\"");

        ImportReport report = run();

        assertThat(suite.stored()).isEqualTo(first);
        assertThat(of(report, "votes").changed().rows()).containsExactly("30");
    }

    @Test
    void what_names_lose_is_said() throws IOException {
        file("Users", """
                <row Id="1" DisplayName="%s" CreationDate="2018-03-12T17:00:00.000" />
                <row Id="2" DisplayName="&#x202E;Bo&#x200B;" CreationDate="2018-03-12T17:00:00.000" />
                <row Id="3" DisplayName="Cy" CreationDate="2018-03-12T17:00:00.000" />
                """.formatted("a".repeat(200)));

        assertThat(of(run(), "users").remarks())
                .isEqualTo(Map.of(
                        "with a name that was too long, cut", 1L,
                        "with characters in the name that nobody sees, left off", 1L));
    }

    @Test
    void an_acceptance_whose_answer_was_cut_off_is_not_said_to_be_applied() throws IOException {
        Path posts = dump.resolve("Posts.xml");
        String whole = Files.readString(posts);
        Files.writeString(posts, whole.substring(0, whole.indexOf("Body=\"So.\"")));

        ImportReport report = run();

        assertThat(suite.stored()).doesNotContainKey("accepted/11");
        assertThat(of(report, "votes").skipped())
                .isEqualTo(Map.of("its post is not there", 3L, "an approval of a suggested edit", 1L));
        assertThat(of(report, "questions").remarks()).containsEntry("whose accepted answer is not there", 1L);
        assertThat(report.reconciles()).as("%s", report).isTrue();
    }

    @Test
    void an_acceptance_that_the_suite_refuses_is_not_said_to_be_applied() throws IOException {
        suite.refuse("accepted/11");

        assertThat(of(run(), "votes").skipped())
                .containsEntry("an acceptance, refused, text: Size", 1L)
                .doesNotContainKey("an acceptance, applied to its question");
    }

    @Test
    void what_was_changed_here_since_is_left_as_it_is_and_named() throws IOException {
        run();
        Map<String, String> first = suite.stored();
        for (String key : List.of("tag/q%23", "excerpt/q%23", "wiki/q%23", "about/1")) {
            suite.changeHere(key);
        }

        ImportReport report = run();

        assertThat(suite.stored()).isEqualTo(first);
        assertThat(of(report, "topics").changed()).isEqualTo(new KindTally.Named(1, List.of("1")));
        assertThat(of(report, "wikis").changed()).isEqualTo(new KindTally.Named(2, List.of("14", "15")));
        assertThat(of(report, "wikis").remarks()).isEqualTo(Map.of("whose topic has another description here", 1L));
        assertThat(of(report, "abouts").changed()).isEqualTo(new KindTally.Named(1, List.of("1")));
        assertThat(of(report, "questions").accepted()).isEqualTo(1);
        assertThat(report.succeeded()).as("%s", report).isTrue();
    }

    @Test
    void the_topic_of_the_untagged_is_set_up_once() throws IOException {
        run();
        assertThat(suite.bodyOf("tag/untagged")).contains("\"name\":\"untagged\"");
        suite.refuse("tag/untagged");

        run();

        assertThat(suite.refusals()).doesNotContain("tag/untagged");
    }

    @Test
    void a_row_over_which_the_suite_fails_time_and_again_costs_that_row_alone() throws IOException {
        suite.failOver("post/13");

        ImportReport report = run(Duration.ofSeconds(20));

        assertThat(of(report, "answers").skipped()).containsEntry("refused, the service failed over it", 1L);
        assertThat(of(report, "questions").accepted()).isEqualTo(1);
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void a_kind_that_is_refused_from_first_to_last_is_no_success() throws IOException {
        suite.refuse("badge/40");

        ImportReport report = run();

        assertThat(report.reconciles()).isTrue();
        assertThat(report.succeeded()).isFalse();
    }

    @Test
    void a_file_of_which_nothing_can_be_read_is_no_success() throws IOException {
        file("Votes", """
                <row Id="30" PostId="11" VoteTypeId="2" CreationDate="&when;" />
                """);

        ImportReport report = run();

        assertThat(of(report, "votes").accepted())
                .as("the votes of comments are no votes of this file")
                .isEqualTo(2);
        assertThat(report.files()).isEqualTo(Map.of("Votes.xml", List.of("holds nothing that could come in")));
        assertThat(report.succeeded()).isFalse();
    }

    @Test
    void a_kind_whose_every_row_lacks_something_is_no_success() throws IOException {
        file("Badges", """
                <row Id="40" UserId="1" CreationDate="2018-03-14T12:00:00.000" />
                """);

        assertThat(run().succeeded()).isFalse();
    }

    @Test
    void a_file_that_is_cut_brings_what_it_has_and_is_named() throws IOException {
        Path comments = dump.resolve("Comments.xml");
        Files.writeString(comments, Files.readString(comments).replace("</comments>", ""));
        Files.writeString(dump.resolve("Badges.xml"), "");
        Files.delete(dump.resolve("Tags.xml"));

        ImportReport report = run();

        assertThat(of(report, "comments").accepted()).isEqualTo(1);
        assertThat(report.files())
                .containsEntry("Comments.xml", List.of("ends before its end tag"))
                .containsEntry("Badges.xml", List.of("is empty"))
                .containsEntry("Tags.xml", List.of("is missing"));
        assertThat(report.succeeded()).isFalse();
    }

    @Test
    void nothing_is_sent_when_what_all_else_refers_to_cannot_be_read() throws IOException {
        Files.writeString(dump.resolve("Users.xml"), "");
        Files.writeString(dump.resolve("Posts.xml"), element("Votes", "<row Id=\"1\" />"));

        assertThatThrownBy(() -> Dump.lookedThrough(dump))
                .isInstanceOf(Dump.UnusableDumpException.class)
                .hasMessageContainingAll("Users.xml is empty", "Posts.xml holds <votes> where <posts> should be");
    }

    @Test
    void a_broken_row_alone_is_no_failure() throws IOException {
        ImportReport report = run();

        assertThat(report.succeeded()).as("%s", report).isTrue();
    }

    @Test
    void a_tag_that_was_a_topic_before_counts_as_there() throws IOException {
        suite.hasTopicOfItsOwn("tag/q%23");

        ImportReport report = run();

        assertThat(of(report, "topics").remarks()).containsEntry("there already as the community's own", 1L);
        assertThat(report.succeeded()).as("%s", report).isTrue();
    }

    @Test
    void times_no_community_can_have_cost_their_row() throws IOException {
        file("Users", """
                <row Id="1" DisplayName="Ada" CreationDate="+999999999-03-14T10:00:00.000" />
                <row Id="2" DisplayName="Bo" CreationDate="0001-01-01T00:00:00.000" />
                """);

        assertThat(of(run(), "users").skipped()).isEqualTo(Map.of("CreationDate is before 1970 or after 9999", 2L));
    }

    private ImportReport run() throws IOException {
        return run(Duration.ofMillis(600));
    }

    private ImportReport run(Duration patience) throws IOException {
        Dump files;
        try {
            files = Dump.lookedThrough(dump);
        } catch (Dump.UnusableDumpException e) {
            throw new IOException(e);
        }
        HttpClient http = HttpClient.newHttpClient();
        Suite client = new Suite(http, suite.uri(), () -> "token", patience);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new StackExchangeImport(
                        files,
                        ORIGIN,
                        EarlierImports.recordedIn(records, ORIGIN),
                        client,
                        new Settling(client, Duration.ofSeconds(10)),
                        new Pace(client, 100, Duration.ofSeconds(10)),
                        4,
                        total -> new ProgressBar(nowhere, false, total))
                .run();
    }

    private static KindTally.Figures of(ImportReport report, String kind) {
        return Objects.requireNonNull(report.kinds().get(kind));
    }

    private static KindTally.Figures figures(long read, long accepted, Map<String, Long> skipped, long lost) {
        return new KindTally.Figures(read, accepted, NONE, NONE, accepted, skipped, lost, Map.of());
    }

    private static String element(String name, String rows) {
        String root = name.toLowerCase(Locale.ROOT);
        return "<%s>\n%s</%s>\n".formatted(root, rows, root);
    }

    private void edit(String name, String before, String after) throws IOException {
        Path file = dump.resolve(name + ".xml");
        String rows = Files.readString(file);
        assertThat(rows).contains(before);
        Files.writeString(file, rows.replace(before, after));
    }

    private void file(String name, String rows) throws IOException {
        Files.writeString(dump.resolve(name + ".xml"), element(name, rows));
    }
}
