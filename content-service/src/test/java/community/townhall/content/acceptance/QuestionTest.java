/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Text;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which answer may be accepted, by whom. */
class QuestionTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = WRITTEN.plusSeconds(60);
    private static final String ADA = "ada";

    @Test
    void a_question_has_at_most_one_accepted_answer_and_tells_the_former() {
        Post question = published("q", ADA, PostKind.QUESTION, null);
        Post first = published("a1", "bob", PostKind.ANSWER, "q");
        Post second = published("a2", "eve", PostKind.ANSWER, "q");
        AcceptedAnswer bobs = new AcceptedAnswer("a1", "bob");
        AcceptedAnswer eves = new AcceptedAnswer("a2", "eve");

        Change accepted = new Question(question).accept(ADA, first, NOW);
        assertThat(accepted.events()).containsExactly(new PostEvent.AnswerAccepted(accepted.post(), bobs, null));
        assertThat(new Question(accepted.post()).accept(ADA, first, NOW).changed())
                .isFalse();
        Change changed = new Question(accepted.post()).accept(ADA, second, NOW);
        assertThat(changed.events()).containsExactly(new PostEvent.AnswerAccepted(changed.post(), eves, bobs));
        Change undone = new Question(changed.post()).unaccept(ADA, NOW);
        assertThat(undone.post().accepted()).isNull();
        assertThat(undone.events()).containsExactly(new PostEvent.AnswerUnaccepted(undone.post(), eves));
        assertThat(new Question(undone.post()).unaccept(ADA, NOW).changed()).isFalse();
    }

    @Test
    void only_its_author_accepts_and_only_a_published_answer_of_it() {
        Post question = published("q", ADA, PostKind.QUESTION, null);
        Post answer = published("a", "bob", PostKind.ANSWER, "q");
        Post waiting = pending("a", "bob", PostKind.ANSWER, "q");
        Post foreign = published("a", "bob", PostKind.ANSWER, "other");

        assertRefused(() -> new Question(question).accept("bob", answer, NOW), Refusal.Kind.FORBIDDEN, null);
        assertRefused(() -> new Question(question).accept(ADA, waiting, NOW), Refusal.Kind.INVALID, "answerId");
        assertRefused(() -> new Question(question).accept(ADA, foreign, NOW), Refusal.Kind.INVALID, "answerId");
        assertRefused(() -> new Question(answer).accept("bob", answer, NOW), Refusal.Kind.CONFLICT, null);
        assertThat(new Question(pending("q", ADA, PostKind.QUESTION, null))
                        .imported(waiting, WRITTEN)
                        .at())
                .as("history need not wait for its screening")
                .isEqualTo(WRITTEN);
    }

    @Test
    void an_imported_acceptance_never_takes_the_place_of_another() {
        Post first = published("a1", "bob", PostKind.ANSWER, "q");
        Post second = published("a2", "eve", PostKind.ANSWER, "q");
        Post question = new Question(published("q", ADA, PostKind.QUESTION, null))
                .imported(first, WRITTEN)
                .post();

        assertThat(new Question(question).imported(first, WRITTEN).changed()).isFalse();
        assertRefused(() -> new Question(question).imported(second, WRITTEN), Refusal.Kind.KEPT, null);
    }

    private static void assertRefused(ThrowingCallable decision, Refusal.Kind kind, @Nullable String field) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(decision).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static Post pending(String id, String author, PostKind kind, @Nullable String questionId) {
        Authorship authorship = new Authorship(author, kind, questionId, WRITTEN, null, null);
        return Post.created(id, authorship, List.of("java"), new Text(1, "Title", "first", WRITTEN))
                .post();
    }

    private static Post published(String id, String author, PostKind kind, @Nullable String questionId) {
        return pending(id, author, kind, questionId)
                .withPublication(new Publication(PostStatus.PUBLISHED, false, null, WRITTEN));
    }
}
