/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.rule.Action;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a member is to have points for something, as far as is known. Nobody earns by what they do to what is their own.
 *
 * @param subjectId what it is for
 * @param due false when points that were credited for it are to be taken back
 * @param earnedAt when they were earned, if they were
 */
public record Entitlement(String memberId, Action action, String subjectId, boolean due, Instant earnedAt) {

    Claim claim() {
        return new Claim(memberId, action.ruleId(), subjectId);
    }

    /** The author's, for what they wrote. */
    static Entitlement ofAuthor(Content content) {
        Action action = switch (content.kind()) {
            case POST -> Action.POST_PUBLISHED;
            case ANSWER -> Action.ANSWER_PUBLISHED;
            case COMMENT -> Action.COMMENT_PUBLISHED;
        };
        return new Entitlement(content.authorId(), action, content.id(), content.visible(), content.publishedAt());
    }

    /** The author's and the voter's, for a vote. Somebody unknown cannot have points. */
    static List<Entitlement> ofVote(Vote vote, Content target) {
        boolean due = vote.up() && target.visible() && !vote.memberId().equals(target.authorId());
        Action received =
                target.kind() == Content.Kind.COMMENT ? Action.COMMENT_UPVOTE_RECEIVED : Action.UPVOTE_RECEIVED;
        Entitlement ofAuthor = new Entitlement(target.authorId(), received, vote.id(), due, vote.at());
        return vote.pseudonymous()
                ? List.of(ofAuthor)
                : List.of(ofAuthor, new Entitlement(vote.memberId(), Action.UPVOTE_GIVEN, vote.id(), due, vote.at()));
    }

    /** The answerer's, for an answer that is, or was, accepted. What becomes of the question is not their doing. */
    static Entitlement ofAnswerer(Acceptance acceptance, Content answer) {
        boolean due = answer.id().equals(acceptance.answerId())
                && answer.visible()
                && !answer.authorId().equals(acceptance.askerId());
        return new Entitlement(answer.authorId(), Action.ANSWER_ACCEPTED, answer.id(), due, acceptance.at());
    }

    /**
     * The asker's, for having accepted an answer, whichever.
     *
     * @param accepted the answer in question, empty when none is accepted, or nothing is known of it yet
     */
    static Entitlement ofAsker(Acceptance acceptance, Optional<Content> question, Optional<Content> accepted) {
        boolean due = question.filter(Content::visible).isPresent()
                && accepted.filter(Content::visible)
                        .filter(answer -> !Objects.equals(answer.authorId(), acceptance.askerId()))
                        .isPresent();
        return new Entitlement(
                acceptance.askerId(), Action.ANSWER_ACCEPTING, acceptance.questionId(), due, acceptance.at());
    }
}
