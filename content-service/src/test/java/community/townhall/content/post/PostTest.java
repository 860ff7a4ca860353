/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import community.townhall.content.moderation.Judgement;
import community.townhall.content.post.Ruling.Standing;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = WRITTEN.plusSeconds(60);
    private static final String ADA = "ada";
    private static final Authorship ADAS = new Authorship(ADA, PostKind.ARTICLE, null, WRITTEN, null, null);

    // ---- publication

    @Test
    void a_new_post_waits_to_be_screened() {
        Change created = Post.created("p", ADAS, List.of("java"), text(1, "first"));

        assertThat(created.post().status()).isEqualTo(PostStatus.PENDING);
        assertThat(created.events()).containsExactly(new PostEvent.Created(created.post()));
        assertThat(created.at()).isEqualTo(WRITTEN);
    }

    @Test
    void nobody_hears_of_a_draft_before_it_is_submitted() {
        Change drafted = Post.drafted("p", ADAS, List.of("java"), text(1, "first"));
        Change rewritten = drafted.post().edited(ADA, "Better", "better", null, 1, NOW);
        Change submitted = rewritten.post().submitted(ADA, NOW);

        assertThat(drafted.events()).isEmpty();
        assertThat(rewritten.events()).isEmpty();
        assertThat(rewritten.post().text()).isEqualTo(new Text(1, "Better", "better", NOW, null, 2L));
        assertThat(rewritten.superseded()).isEmpty();
        assertThat(submitted.events()).containsExactly(new PostEvent.Created(submitted.post()));
        assertThat(drafted.post().withdrawn(ADA, NOW).events()).isEmpty();
    }

    @Test
    void a_scheduled_post_is_due_at_its_time_and_only_once() {
        Instant time = WRITTEN.plusSeconds(3600);
        Post post = Post.scheduled("p", ADAS, List.of("java"), text(1, "first"), time)
                .post();

        assertThat(post.dueAt(time.minusMillis(1)).changed()).isFalse();
        Change due = post.dueAt(time);
        assertThat(due.post().status()).isEqualTo(PostStatus.PENDING);
        assertThat(due.events()).containsExactly(new PostEvent.Created(due.post()));
        assertThat(due.post().dueAt(time.plusSeconds(1)).changed()).isFalse();
        assertThat(post.unscheduled(ADA, NOW).post().dueAt(time).changed()).isFalse();
    }

    @Test
    void a_schedule_lies_in_the_future() {
        assertRefused(
                () -> Post.scheduled("p", ADAS, List.of("java"), text(1, "x"), WRITTEN),
                Refusal.Kind.INVALID,
                "publishAt");
        assertRefused(() -> draft().scheduledFor(ADA, NOW, NOW), Refusal.Kind.INVALID, "publishAt");
    }

    // ---- editing

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"HELD", "REJECTED"})
    void what_is_not_in_view_is_replaced_and_screened_again(Standing standing) {
        Post post = after(pending(), ruling(1, 1, standing));
        Change edited = post.edited(ADA, null, "second", null, post.version(), NOW);

        assertThat(edited.post().status()).isEqualTo(PostStatus.PENDING);
        assertThat(edited.post().text()).isEqualTo(new Text(2, "Title", "second", NOW).since(post.version() + 1));
        assertThat(edited.events()).containsExactly(new PostEvent.Edited(edited.post()));
        assertThat(edited.superseded()).containsExactly(new Revision(text(1, "first"), false));
    }

    @Test
    void what_is_in_view_stays_until_the_new_text_is_let_through() {
        Post post = published();
        Post proposed =
                post.edited(ADA, null, "second", null, post.version(), NOW).post();
        assertThat(proposed.text().body()).isEqualTo("first");
        assertThat(proposed.status()).isEqualTo(PostStatus.PUBLISHED);

        Change revised = ruled(proposed, ruling(2, 2, Standing.APPROVED));
        assertThat(revised.post().text().body()).isEqualTo("second");
        assertThat(revised.post().proposal()).isNull();
        assertThat(revised.events()).containsExactly(new PostEvent.Revised(revised.post()));
        assertThat(revised.superseded()).containsExactly(new Revision(text(1, "first"), true));
    }

    @Test
    void a_second_edit_replaces_the_first_and_keeps_its_text() {
        Post post = published();
        Post once = post.edited(ADA, null, "second", null, post.version(), NOW).post();
        Change twice = once.edited(ADA, null, "third", null, once.version(), NOW);

        assertThat(twice.post().proposal())
                .isEqualTo(new Proposal(new Text(3, "Title", "third", NOW).since(post.version() + 1), null));
        assertThat(twice.superseded())
                .containsExactly(new Revision(new Text(2, "Title", "second", NOW).since(post.version() + 1), false));
        assertThat(ruled(twice.post(), ruling(2, 2, Standing.APPROVED)).changed())
                .as("a ruling about the replaced edit")
                .isFalse();
    }

    @Test
    void an_edit_that_changes_nothing_is_none_and_other_topics_need_no_screening() {
        Post post = published();

        assertThat(post.edited(ADA, "Title", "first", List.of("java"), post.version(), NOW)
                        .changed())
                .isFalse();
        Change retagged = post.edited(ADA, null, "first", List.of("jvm"), post.version(), NOW);
        assertThat(retagged.post().topics()).containsExactly("jvm");
        assertThat(retagged.events()).containsExactly(new PostEvent.Revised(retagged.post()));
    }

    @Test
    void only_its_author_edits_the_version_they_saw() {
        Post post = published();
        assertRefused(() -> post.edited("bob", null, "x", null, post.version(), NOW), Refusal.Kind.FORBIDDEN, null);
        assertRefused(() -> pending().edited("bob", null, "x", null, 1, NOW), Refusal.Kind.UNKNOWN, null);
        assertRefused(() -> post.edited(ADA, null, "x", null, post.version() - 1, NOW), Refusal.Kind.STALE, null);
        Post hidden = after(post, ruling(2, 1, Standing.HIDDEN));
        assertRefused(() -> hidden.edited(ADA, null, "x", null, hidden.version(), NOW), Refusal.Kind.CONFLICT, null);
    }

    @Test
    void what_was_decided_since_its_author_saw_the_text_is_no_reason_to_refuse_an_edit() {
        Post written = Post.created(
                        "p",
                        new Authorship(ADA, PostKind.DISCUSSION, null, WRITTEN, null, null),
                        List.of("java"),
                        text(1, "first").since(1))
                .post();
        Post approved = after(written, ruling(1, 1, Standing.APPROVED));
        assertThat(approved.edited(ADA, null, "second", null, 1, NOW).changed()).isTrue();

        Post edited = approved.edited(ADA, null, "second", null, 1, NOW).post().stored();
        assertRefused(() -> edited.edited(ADA, null, "third", null, 1, NOW), Refusal.Kind.STALE, null);
        assertRefused(() -> edited.edited(ADA, null, "third", null, 9, NOW), Refusal.Kind.STALE, null);
        Post revised = after(edited, ruling(2, 2, Standing.APPROVED));
        assertThat(revised.edited(ADA, null, "third", null, edited.version(), NOW)
                        .changed())
                .isTrue();

        Post retagged = approved.edited(ADA, null, "first", List.of("jvm"), 1, NOW)
                .post()
                .stored();
        assertRefused(() -> retagged.edited(ADA, null, "second", null, 1, NOW), Refusal.Kind.STALE, null);
    }

    // ---- who sees it

    @Test
    void what_is_not_published_is_its_authors_and_the_moderators_and_a_draft_its_authors_alone() {
        assertThat(published().isVisibleTo(null, false)).isTrue();
        assertThat(pending().isVisibleTo(null, false)).isFalse();
        assertThat(pending().isVisibleTo(ADA, false)).isTrue();
        assertThat(pending().isVisibleTo("bob", false)).isFalse();
        assertThat(pending().isVisibleTo("mo", true)).isTrue();
        assertThat(draft().isVisibleTo("mo", true)).isFalse();
        assertThat(draft().isVisibleTo(ADA, false)).isTrue();
        assertThat(draft().withdrawn(ADA, NOW).post().isVisibleTo("mo", true)).isFalse();
        assertThat(published().withdrawn(ADA, NOW).post().isVisibleTo("mo", true))
                .isTrue();
    }

    private static void assertRefused(ThrowingCallable decision, Refusal.Kind kind, @Nullable String field) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(decision).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static Post draft() {
        return Post.drafted("p", ADAS, List.of("java"), text(1, "first")).post();
    }

    private static Post pending() {
        return Post.created("p", ADAS, List.of("java"), text(1, "first")).post();
    }

    private static Post published() {
        return after(pending(), ruling(1, 1, Standing.APPROVED));
    }

    private static Post after(Post post, Ruling ruling) {
        return ruled(post, ruling).post().stored();
    }

    private static Change ruled(Post post, Ruling ruling) {
        return new Judgement(post, ruling, NOW).change();
    }

    private static Ruling ruling(long version, int revision, Standing standing) {
        return new Ruling(version, revision, standing, List.of(), false, NOW);
    }

    private static Text text(int revision, String body) {
        return new Text(revision, "Title", body, WRITTEN);
    }
}
