/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance;

import community.townhall.content.post.Post;
import community.townhall.content.post.Posts;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;

/** A question's author tells which answer helped. */
public final class AcceptAnswer {

    private final Posts posts;
    private final Clock clock;

    AcceptAnswer(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws Refusal when a rule forbids it */
    public Post accept(String questionId, String answerId, String memberId) {
        return posts.changeBy(memberId, questionId, question -> {
                    Post answer = posts.find(answerId)
                            .filter(found -> isKnownTo(memberId, found, questionId))
                            .orElseThrow(() -> none(answerId));
                    return new Question(question).accept(memberId, answer, clock.instant());
                })
                .orElseThrow(() -> Refusal.unknown("post", questionId));
    }

    /** Who sees a question that readers do not see still sees its answers. */
    private boolean isKnownTo(String memberId, Post answer, String questionId) {
        boolean ofThisQuestion = questionId.equals(answer.authorship().questionId());
        return answer.isBy(memberId) || posts.isSeen(answer) || (ofThisQuestion && answer.isVisible());
    }

    /** An acceptance of another community, where it happened at that time. */
    public Post imported(String questionId, String answerId, Instant at) {
        Post answer = posts.find(answerId).orElseThrow(() -> none(answerId));
        return posts.change(questionId, question -> new Question(question).imported(answer, at))
                .orElseThrow(() -> Refusal.unknown("post", questionId));
    }

    /** @throws Refusal when a rule forbids it */
    public Post unaccept(String questionId, String memberId) {
        return posts.changeBy(
                        memberId, questionId, question -> new Question(question).unaccept(memberId, clock.instant()))
                .orElseThrow(() -> Refusal.unknown("post", questionId));
    }

    private static Refusal none(String answerId) {
        return Refusal.invalid("answerId", "exists", "There is no answer " + answerId);
    }
}
