/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import community.townhall.rewards.entitlement.Merit.Kind;
import community.townhall.rewards.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The ways to earn points, a row each: the rule, as it is until an operator changes it, and for what it gives points to
 * whom. Which events tell of a merit is said in {@code messaging}.
 */
public enum Earning {
    POST_PUBLISHED("post-published", 5, 50, To.DOER, Kind.POST),
    ANSWER_PUBLISHED("answer-published", 10, 100, To.DOER, Kind.ANSWER),
    COMMENT_PUBLISHED("comment-published", 1, 10, To.DOER, Kind.COMMENT),
    UPVOTE_RECEIVED("upvote-received", 10, 200, To.AUTHOR, Kind.UPVOTE),
    COMMENT_UPVOTE_RECEIVED("comment-upvote-received", 1, 20, To.AUTHOR, Kind.COMMENT_UPVOTE),
    UPVOTE_GIVEN("upvote-given", 1, 10, To.DOER, Kind.UPVOTE, Kind.COMMENT_UPVOTE),
    ANSWER_ACCEPTED("answer-accepted", 15, 150, To.AUTHOR, Kind.ACCEPTANCE),
    ANSWER_ACCEPTING("answer-accepting", 2, 20, To.DOER, Kind.RESOLUTION),
    THANKS_RECEIVED("thanks-received", 5, 50, To.AUTHOR, Kind.THANKS);

    /** Who has the points. */
    enum To {
        /** Who did it, unless nobody is known by that id. */
        DOER,
        /** Who wrote what it was done to. */
        AUTHOR
    }

    private final Rule asShipped;
    private final To to;
    private final Set<Kind> kinds;

    Earning(String ruleId, long amount, long dailyCap, To to, Kind... kinds) {
        this.asShipped = Rule.shipped(ruleId, amount, dailyCap);
        this.to = to;
        this.kinds = Set.of(kinds);
    }

    static List<Earning> by(Kind kind) {
        return Arrays.stream(values())
                .filter(earning -> earning.kinds.contains(kind))
                .toList();
    }

    public String ruleId() {
        return asShipped.id();
    }

    public Rule asShipped() {
        return asShipped;
    }

    To to() {
        return to;
    }
}
