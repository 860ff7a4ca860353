/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.content.post.Authorship;
import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Ruling;
import community.townhall.content.post.Ruling.Standing;
import community.townhall.content.post.Text;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a post by what moderation says of it. */
class JudgementTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = WRITTEN.plusSeconds(60);
    private static final String ADA = "ada";
    private static final Authorship ADAS = new Authorship(ADA, PostKind.ARTICLE, null, WRITTEN, null, null);
    private static final Text TEXT = new Text(1, "Title", "first", WRITTEN);

    @Test
    void an_approved_post_is_published_and_says_since_when() {
        Change approved = ruled(pending(), ruling(1, 1, Standing.APPROVED));

        assertThat(approved.post().isVisible()).isTrue();
        assertThat(approved.post().publication().publishedAt()).isEqualTo(NOW);
        assertThat(approved.events()).containsExactly(new PostEvent.Published(approved.post()));
    }

    @Test
    void imported_history_was_published_when_it_was_written() {
        Authorship elsewhere = new Authorship(ADA, PostKind.ARTICLE, null, WRITTEN, "x.org", "hash");
        Post imported = Post.created("p", elsewhere, List.of("java"), TEXT).post();
        Change approved = ruled(imported, ruling(1, 1, Standing.APPROVED));

        assertThat(approved.at()).isEqualTo(WRITTEN);
        assertThat(approved.post().publication().publishedAt()).isEqualTo(WRITTEN);
    }

    @Test
    void a_declined_edit_leaves_the_post_as_it_is_until_moderation_thinks_better_of_it() {
        Post post = published();
        Post proposed =
                post.edited(ADA, null, "second", null, post.version(), NOW).post();

        Change declined = ruled(proposed, ruling(2, 2, Standing.REJECTED));
        assertThat(declined.post().text().body()).isEqualTo("first");
        assertThat(declined.post().isVisible()).isTrue();
        assertThat(declined.events()).containsExactly(new PostEvent.EditDeclined(declined.post()));

        Post overturned =
                ruled(declined.post(), ruling(3, 2, Standing.APPROVED)).post();
        assertThat(overturned.text().body()).isEqualTo("second");
    }

    @Test
    void a_ruling_is_applied_once_and_never_over_a_newer_one() {
        Post hidden = after(published(), ruling(3, 1, Standing.HIDDEN));

        assertThat(ruled(hidden, ruling(3, 1, Standing.HIDDEN)).changed()).isFalse();
        assertThat(ruled(hidden, ruling(2, 1, Standing.APPROVED)).changed()).isFalse();
        Change restored = ruled(hidden, ruling(4, 1, Standing.APPROVED));
        assertThat(restored.events()).containsExactly(new PostEvent.Restored(restored.post()));
    }

    @Test
    void an_edit_is_no_escape_from_a_takedown() {
        Post post = published();
        Post edited =
                post.edited(ADA, null, "second", null, post.version(), NOW).post();
        Post revised = after(edited, ruling(2, 2, Standing.APPROVED));

        Change removed = ruled(revised, ruling(3, 1, Standing.REMOVED));
        assertThat(removed.post().status()).isEqualTo(PostStatus.REMOVED);
        assertThat(removed.events()).containsExactly(new PostEvent.Removed(removed.post()));
    }

    @Test
    void what_its_author_withdrew_no_ruling_brings_back() {
        Change withdrawn = published().withdrawn(ADA, NOW);
        assertThat(withdrawn.events())
                .containsExactly(new PostEvent.Removed(withdrawn.post()), new PostEvent.Withdrawn(withdrawn.post()));

        Change restored = ruled(withdrawn.post(), ruling(9, 1, Standing.APPROVED));
        assertThat(restored.post().status()).isEqualTo(PostStatus.REMOVED);
        assertThat(restored.events()).isEmpty();
        assertThat(withdrawn.post().withdrawn(ADA, NOW).changed()).isFalse();
    }

    @Test
    void a_held_edit_outlasts_a_takedown_and_is_decided_after_it() {
        Post post = published();
        Post proposed =
                post.edited(ADA, null, "second", null, post.version(), NOW).post();
        Post held = after(proposed, ruling(2, 2, Standing.HELD));
        Post hidden = after(held, ruling(3, 2, Standing.HIDDEN));
        assertThat(hidden.status()).isEqualTo(PostStatus.HIDDEN);

        Change restored = ruled(hidden, ruling(4, 2, Standing.HELD));
        assertThat(restored.events()).containsExactly(new PostEvent.Restored(restored.post()));
        assertThat(restored.post().text().revision()).isEqualTo(1);
        assertThat(restored.post().proposal()).isNotNull();

        Post revised = after(restored.post().stored(), ruling(5, 2, Standing.APPROVED));
        assertThat(revised.text().revision()).isEqualTo(2);
        assertThat(revised.isVisible()).isTrue();
    }

    @Test
    void what_is_restored_with_a_text_that_nobody_judged_waits() {
        Post replaced = pending().edited(ADA, null, "second", null, 1, NOW).post();
        Post removed = after(replaced, ruling(2, 1, Standing.REMOVED));

        assertThat(after(removed, ruling(3, 1, Standing.APPROVED)).status()).isEqualTo(PostStatus.PENDING);
    }

    @Test
    void moderation_has_no_say_in_a_draft() {
        assertThat(ruled(draft(), ruling(1, 1, Standing.APPROVED)).changed()).isFalse();
    }

    private static Post draft() {
        return Post.drafted("p", ADAS, List.of("java"), TEXT).post();
    }

    private static Post pending() {
        return Post.created("p", ADAS, List.of("java"), TEXT).post();
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
}
