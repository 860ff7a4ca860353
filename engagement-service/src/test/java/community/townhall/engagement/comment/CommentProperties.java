/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.townhall.engagement.comment.Standing.Verdict;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class CommentProperties {

    private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

    private static Comment comment(@Nullable String origin) {
        return Comment.written("c", "ada", "post", null, new CommentText("Hello"), WRITTEN, origin, null)
                .comment();
    }

    private static Standing standing(long version, int revision, Verdict verdict) {
        return new Standing(version, revision, verdict, List.of(), false, LATER);
    }

    private static Comment judged(Comment comment, Standing standing) {
        return comment.judged(standing, LATER)
                .map(change -> change.comment().stored())
                .orElse(comment);
    }

    @Property
    void standings_come_to_the_same_in_any_order_and_however_often(
            @ForAll @NotEmpty @Size(max = 8) List<Verdict> verdicts, @ForAll Random random) {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            standings.add(standing(i + 1, 1, verdicts.get(i)));
        }
        List<Standing> delivered = new ArrayList<>(standings);
        delivered.addAll(standings);
        java.util.Collections.shuffle(delivered, random);

        Comment comment = comment(null);
        for (Standing standing : delivered) {
            comment = judged(comment, standing);
        }

        assertThat(comment.status()).isEqualTo(verdicts.getLast().status());
        assertThat(comment.standing()).isEqualTo(standings.getLast());
    }

    @Property
    void what_its_author_deleted_stays_deleted(@ForAll @Size(max = 6) List<Verdict> verdicts, @ForAll boolean first) {
        Comment comment = comment(null);
        if (!first) {
            comment = judged(comment, standing(1, 1, Verdict.APPROVED));
        }
        comment = comment.deleted("ada", LATER).orElseThrow().comment().stored();
        long version = 2;
        for (Verdict verdict : verdicts) {
            Optional<Comment.Change> change = comment.judged(standing(version++, 1, verdict), LATER);
            assertThat(change.orElseThrow().events()).isEmpty();
            comment = change.get().comment().stored();
        }
        assertThat(comment.status()).isEqualTo(CommentStatus.REMOVED);
        assertThat(comment.deleted("ada", LATER)).isEmpty();
    }

    @Property
    void a_judgement_of_an_earlier_text_does_not_touch_the_edited_one(@ForAll Verdict verdict) {
        Comment published = judged(comment(null), standing(1, 1, Verdict.APPROVED));
        Comment edited = published
                .edited("ada", "Other", published.version(), LATER)
                .orElseThrow()
                .comment()
                .stored();

        assertThat(edited.status()).isEqualTo(CommentStatus.PENDING);
        assertThat(edited.revision()).isEqualTo(2);
        if (!standing(2, 1, verdict).isTakedown()) {
            assertThat(edited.judged(standing(2, 1, verdict), LATER)).isEmpty();
        }
        assertThat(judged(edited, standing(3, 2, verdict)).status()).isEqualTo(verdict.status());
    }

    @Property
    void each_change_of_what_readers_see_is_told_and_nothing_else(@ForAll Verdict before, @ForAll Verdict after) {
        Comment comment = judged(comment(null), standing(1, 1, before));

        Comment.Change change = comment.judged(standing(2, 1, after), LATER).orElseThrow();

        assertThat(change.events()).hasSize(before == after ? 0 : 1);
        assertThat(change.events()).allMatch(event -> event.comment().status() == after.status());
    }

    @Example
    void what_was_taken_from_view_comes_back_as_restored() {
        Comment hidden =
                judged(judged(comment(null), standing(1, 1, Verdict.APPROVED)), standing(2, 1, Verdict.HIDDEN));

        assertThat(hidden.judged(standing(3, 1, Verdict.APPROVED), LATER)
                        .orElseThrow()
                        .events())
                .singleElement()
                .isInstanceOf(CommentEvent.Restored.class);
    }

    @Example
    void what_was_never_seen_is_published_even_from_hidden() {
        Comment hidden = judged(comment(null), standing(1, 1, Verdict.HIDDEN));

        assertThat(hidden.judged(standing(2, 1, Verdict.APPROVED), LATER)
                        .orElseThrow()
                        .events())
                .singleElement()
                .isInstanceOf(CommentEvent.Published.class);
    }

    @Example
    void an_imported_comment_was_published_when_it_was_written() {
        Comment.Change change = comment("elsewhere")
                .judged(standing(1, 1, Verdict.APPROVED), LATER)
                .orElseThrow();

        assertThat(change.at()).isEqualTo(WRITTEN);
        assertThat(change.comment().publishedAt()).isEqualTo(WRITTEN);
    }

    @Example
    void an_edit_is_no_way_around_a_decision_or_around_somebody_else() {
        Comment hidden = judged(comment(null), standing(1, 1, Verdict.HIDDEN));
        String other = "Other";

        assertThatThrownBy(() -> hidden.edited("ada", other, hidden.version(), LATER))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> comment(null).edited("bob", other, 1, LATER)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> comment(null).edited("ada", other, 2, LATER))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.STALE));
        assertThatThrownBy(() -> comment(null).deleted("bob", LATER)).isInstanceOf(Refusal.class);
    }

    @Example
    void the_same_text_is_no_edit() {
        assertThat(comment(null).edited("ada", "Hello", 1, LATER)).isEmpty();
    }
}
