/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening.phase;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.AuthorHistory;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.Phase;
import community.townhall.moderation.screening.Reading;
import community.townhall.moderation.screening.RecentText;
import community.townhall.moderation.screening.lexicon.LatinWords;
import community.townhall.moderation.screening.lexicon.NormalText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhasesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String SAYING = "Buy these wonderful watches from me today";

    private final Length length = new Length(60_000, 10_000);
    private final Repeat repeat = new Repeat(Duration.ofHours(24), 20, 3);
    private final Lexicon lexicon = new Lexicon(
            List.of(new LatinWords(List.of("slur"), List.of())), List.of(new LatinWords(List.of("damn"), List.of())));
    private final LinkLimits links = new LinkLimits(2, Set.of("spam.example"));
    private final Velocity velocity = new Velocity(3, Duration.ofMinutes(1));
    private final NewMember newMember = new NewMember(2, true);

    @Test
    void length_rejects_what_is_empty_or_endless() {
        assertThat(judge(length, post("   \u200B "), known())).isEqualTo(Outcome.REJECT);
        assertThat(judge(length, post("好"), known())).isEqualTo(Outcome.PASS);
        assertThat(judge(length, post("x".repeat(60_000)), known())).isEqualTo(Outcome.PASS);
        assertThat(judge(length, post("x".repeat(60_001)), known())).isEqualTo(Outcome.REJECT);
        assertThat(judge(length, post("😀".repeat(60_000)), known())).isEqualTo(Outcome.PASS);
        assertThat(judge(length, comment("x".repeat(10_001)), known())).isEqualTo(Outcome.REJECT);
    }

    @Test
    void a_repeated_text_is_held_and_then_rejected() {
        assertThat(judge(repeat, post(SAYING), said(0, SAYING))).isEqualTo(Outcome.PASS);
        assertThat(judge(repeat, post(SAYING + "!"), said(1, SAYING))).isEqualTo(Outcome.HOLD);
        assertThat(judge(repeat, post(SAYING), said(3, SAYING))).isEqualTo(Outcome.REJECT);
        assertThat(judge(repeat, post("Thanks!"), said(5, "Thanks!"))).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void under_another_title_it_is_the_same_text_and_a_long_title_makes_a_short_one_no_longer() {
        assertThat(judge(repeat, titled("One title", SAYING), said(1, SAYING))).isEqualTo(Outcome.HOLD);
        assertThat(judge(repeat, titled("One title", SAYING), said(0, SAYING))).isEqualTo(Outcome.PASS);
        assertThat(judge(repeat, titled(SAYING, "Thanks!"), said(5, "Thanks!"))).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(judge(repeat, titled(SAYING, "Something else, which is long"), said(1, SAYING)))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void look_alikes_make_no_other_text() {
        assertThat(judge(repeat, post(SAYING.replace('a', 'а').replace('e', 'е')), said(1, SAYING)))
                .isEqualTo(Outcome.HOLD);
    }

    @Test
    void a_text_is_forgotten_after_the_window() {
        AuthorHistory yesterday = new AuthorHistory(
                List.of(new RecentText(
                        "other", 1, NormalText.of(SAYING).fingerprint(), NOW.minus(Duration.ofHours(24)))),
                9);

        assertThat(judge(repeat, post(SAYING), yesterday)).isEqualTo(Outcome.PASS);
    }

    @Test
    void what_a_text_said_before_it_was_edited_is_no_model_and_neither_is_its_own_former_text() {
        String fingerprint = NormalText.of(SAYING).fingerprint();
        AuthorHistory edited = new AuthorHistory(
                List.of(
                        new RecentText("other", 1, fingerprint, NOW.minusSeconds(40)),
                        new RecentText("other", 2, "another", NOW.minusSeconds(30)),
                        new RecentText("subject", 0, fingerprint, NOW.minusSeconds(20))),
                9);

        assertThat(judge(repeat, post(SAYING), edited)).isEqualTo(Outcome.PASS);
    }

    @Test
    void an_edit_that_leaves_the_text_as_it_is_repeats_nothing_that_was_said_after_it() {
        String fingerprint = NormalText.of(SAYING).fingerprint();
        RecentText own = new RecentText("subject", 0, fingerprint, NOW.minusSeconds(40));
        RecentText later = new RecentText("other", 1, fingerprint, NOW.minusSeconds(30));
        RecentText earlier = new RecentText("other", 1, fingerprint, NOW.minusSeconds(50));
        RecentText otherwise = new RecentText("subject", 0, "another", NOW.minusSeconds(40));

        assertThat(judge(repeat, post(SAYING), new AuthorHistory(List.of(own, later), 9)))
                .isEqualTo(Outcome.PASS);
        assertThat(judge(repeat, post(SAYING), new AuthorHistory(List.of(earlier, own), 9)))
                .isEqualTo(Outcome.HOLD);
        assertThat(judge(repeat, post(SAYING), new AuthorHistory(List.of(otherwise, later), 9)))
                .isEqualTo(Outcome.HOLD);
    }

    @Test
    void severe_words_reject_and_coarse_ones_hold() {
        assertThat(judge(lexicon, post("a slur, damn"), known())).isEqualTo(Outcome.REJECT);
        assertThat(judge(lexicon, post("damn"), known())).isEqualTo(Outcome.HOLD);
        assertThat(judge(lexicon, post("slurp"), known())).isEqualTo(Outcome.PASS);
    }

    @Test
    void the_title_is_read_as_well() {
        Submission submission =
                new Submission(SubjectType.POST, "post", "ada", new Revision(1, "Slur", "text"), NOW, null);

        assertThat(judge(lexicon, submission, known())).isEqualTo(Outcome.REJECT);
    }

    @Test
    void many_links_or_listed_ones_are_held() {
        assertThat(judge(links, post("none"), known())).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(judge(links, post("https://a.example http://b.example"), known()))
                .isEqualTo(Outcome.PASS);
        assertThat(judge(links, post("https://a.example http://b.example www.c.example"), known()))
                .isEqualTo(Outcome.HOLD);
        assertThat(judge(links, post("[here](https://shop.SPAM.example/x)"), known()))
                .isEqualTo(Outcome.HOLD);
        assertThat(judge(links, post("https://notspam.example"), known())).isEqualTo(Outcome.PASS);
    }

    @Test
    void too_much_at_once_is_held() {
        assertThat(judge(velocity, comment("more"), said(2, "a"))).isEqualTo(Outcome.PASS);
        assertThat(judge(velocity, comment("more"), said(3, "a"))).isEqualTo(Outcome.HOLD);
        AuthorHistory itself = new AuthorHistory(
                List.of(
                        new RecentText("subject", 1, "", NOW),
                        new RecentText("later", 1, "", NOW.plusSeconds(1)),
                        new RecentText("other", 1, "", NOW),
                        new RecentText("other", 2, "", NOW)),
                9);
        assertThat(judge(velocity, comment("more"), itself)).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_new_member_is_held_with_links_and_passes_without() {
        AuthorHistory unknown = new AuthorHistory(List.of(), 1);
        AuthorHistory established = new AuthorHistory(List.of(), 2);

        assertThat(judge(newMember, post("hello"), unknown)).isEqualTo(Outcome.PASS);
        assertThat(judge(newMember, post("see https://a.example"), unknown)).isEqualTo(Outcome.HOLD);
        assertThat(judge(newMember, comment("see https://a.example"), unknown)).isEqualTo(Outcome.HOLD);
        assertThat(judge(newMember, post("see https://a.example"), established)).isEqualTo(Outcome.PASS);
        assertThat(judge(new NewMember(2, false), post("hello"), unknown)).isEqualTo(Outcome.HOLD);
        assertThat(judge(new NewMember(2, false), comment("hello"), unknown)).isEqualTo(Outcome.PASS);
        assertThat(judge(new NewMember(0, false), post("hello"), unknown)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void the_conduct_behind_imported_content_was_judged_elsewhere_but_its_words_are_read() {
        Submission imported = submission(SubjectType.POST, "https://spam.example damn", "elsewhere.example");
        AuthorHistory busy = said(9, "https://spam.example damn");

        for (Phase conduct : List.of(repeat, links, velocity, newMember)) {
            assertThat(judge(conduct, imported, busy)).as(conduct.name()).isEqualTo(Outcome.NOT_APPLICABLE);
        }
        assertThat(judge(length, imported, busy)).isEqualTo(Outcome.PASS);
        assertThat(judge(lexicon, imported, busy)).isEqualTo(Outcome.HOLD);
    }

    private static Outcome judge(Phase phase, Submission submission, AuthorHistory author) {
        Reading reading = Reading.of(submission.revision(), submission.type());
        return phase.judge(submission, new Context(reading, author, List.of())).outcome();
    }

    private static AuthorHistory known() {
        return new AuthorHistory(List.of(), 9);
    }

    private static AuthorHistory said(int times, String text) {
        String fingerprint = NormalText.of(text).fingerprint();
        return new AuthorHistory(
                IntStream.range(0, times)
                        .mapToObj(other -> new RecentText("other " + other, 1, fingerprint, NOW.minusSeconds(30)))
                        .toList(),
                9);
    }

    private static Submission titled(String title, String text) {
        return new Submission(SubjectType.POST, "subject", "ada", new Revision(1, title, text), NOW, null);
    }

    private static Submission post(String text) {
        return submission(SubjectType.POST, text, null);
    }

    private static Submission comment(String text) {
        return submission(SubjectType.COMMENT, text, null);
    }

    private static Submission submission(SubjectType type, String text, @Nullable String origin) {
        return new Submission(type, "subject", "ada", new Revision(1, null, text), NOW, origin);
    }
}
