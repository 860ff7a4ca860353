/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import static org.assertj.core.api.Assertions.assertThat;

import community.townhall.content.figures.Figures;
import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadReadingTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final PostReading worst = answer("worst", -1, 0, true);
    private final PostReading late = answer("late", 2, 60, true);
    private final PostReading early = answer("early", 2, 0, true);
    private final PostReading waiting = answer("waiting", 9, 0, false);

    @Test
    void the_accepted_answer_comes_first_then_the_score_then_the_age() {
        assertThat(ids(thread("worst"))).containsExactly("worst", "waiting", "early", "late");
        assertThat(ids(thread(null))).containsExactly("waiting", "early", "late", "worst");
    }

    @Test
    void readers_see_published_answers_and_authors_their_own() {
        assertThat(ids(thread(null).visibleTo(null, false))).containsExactly("early", "late", "worst");
        assertThat(ids(thread(null).visibleTo("author of waiting", false))).startsWith("waiting");
        assertThat(ids(thread(null).visibleTo("mo", true))).hasSize(4);
    }

    @Test
    void only_those_with_a_part_in_it_see_more_than_everybody() {
        assertThat(thread(null).isPublicViewOf(null, false)).isTrue();
        assertThat(thread(null).isPublicViewOf("somebody", false)).isTrue();
        assertThat(thread(null).isPublicViewOf("mo", true)).isFalse();
        assertThat(thread(null).isPublicViewOf("asker", false)).isFalse();
        assertThat(thread(null).isPublicViewOf("author of late", false)).isFalse();
    }

    private ThreadReading thread(@Nullable String accepted) {
        Post question = Post.created(
                        "q",
                        new Authorship("asker", PostKind.QUESTION, null, NOON, null, null),
                        List.of("java"),
                        new Text(1, "Title", "text", NOON))
                .post();
        Post asked = accepted == null
                ? question
                : question.withAccepted(
                        AcceptedAnswer.of(answer(accepted, 0, 0, true).post()));
        return ThreadReading.of(new PostReading(asked, Figures.NONE, ""), List.of(worst, late, early, waiting));
    }

    private static PostReading answer(String id, long score, long secondsLater, boolean published) {
        Authorship authorship =
                new Authorship("author of " + id, PostKind.ANSWER, "q", NOON.plusSeconds(secondsLater), null, null);
        Post answer = Post.created(id, authorship, List.of("java"), new Text(1, null, "text", NOON))
                .post();
        Post shown =
                published ? answer.withPublication(new Publication(PostStatus.PUBLISHED, false, null, NOON)) : answer;
        return new PostReading(shown, new Figures(score, 0, 0, 0, 0), "");
    }

    private static List<String> ids(ThreadReading thread) {
        return thread.answers().stream().map(answer -> answer.post().id()).toList();
    }
}
