/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance;

import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostEvent;
import community.townhall.content.post.PostKind;
import community.townhall.kit.refusal.Refusal;
import java.time.Instant;

/** A post that is asked to have an accepted answer. One at most is accepted: it takes the place of another. */
record Question(Post post) {

    /** Its author says which answer helped. */
    Change accept(String memberId, Post answer, Instant now) {
        post.requireAuthor(memberId);
        requireQuestion();
        requireVisible();
        requireItsOwn(answer);
        if (!answer.isVisible()) {
            throw Refusal.invalid("answerId", "published", "Only a published answer can be accepted");
        }
        return accepted(answer, now);
    }

    /**
     * So it was in another community. Neither need be published yet; and what was accepted here stays.
     *
     * @param at when it was accepted there
     */
    Change imported(Post answer, Instant at) {
        requireQuestion();
        requireItsOwn(answer);
        AcceptedAnswer here = post.accepted();
        if (here != null && !here.equals(AcceptedAnswer.of(answer))) {
            throw Refusal.kept("The question has another accepted answer here, which stays");
        }
        return accepted(answer, at);
    }

    /** Its author takes the acceptance back. */
    Change unaccept(String memberId, Instant now) {
        post.requireAuthor(memberId);
        requireQuestion();
        requireVisible();
        AcceptedAnswer former = post.accepted();
        if (former == null) {
            return Change.nothing(post, now);
        }
        Post undecided = post.withAccepted(null);
        return Change.of(undecided, now, new PostEvent.AnswerUnaccepted(undecided, former));
    }

    private Change accepted(Post answer, Instant at) {
        AcceptedAnswer accepted = AcceptedAnswer.of(answer);
        if (accepted.equals(post.accepted())) {
            return Change.nothing(post, at);
        }
        Post decided = post.withAccepted(accepted);
        return Change.of(decided, at, new PostEvent.AnswerAccepted(decided, accepted, post.accepted()));
    }

    private void requireQuestion() {
        if (post.kind() != PostKind.QUESTION) {
            throw Refusal.conflict("Only a question has an accepted answer");
        }
    }

    private void requireVisible() {
        if (!post.isVisible()) {
            throw Refusal.conflict("The question is not published");
        }
    }

    private void requireItsOwn(Post answer) {
        if (!post.id().equals(answer.authorship().questionId())) {
            throw Refusal.invalid("answerId", "of-this-question", "That is no answer to this question");
        }
    }
}
