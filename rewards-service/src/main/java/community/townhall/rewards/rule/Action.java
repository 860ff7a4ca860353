/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.rule;

/** The actions that points can be earned by, each with the rule it has until an operator changes it. */
public enum Action {
    POST_PUBLISHED("post-published", 5, 50),
    ANSWER_PUBLISHED("answer-published", 10, 100),
    /** To who wrote the accepted answer. */
    ANSWER_ACCEPTED("answer-accepted", 15, 150),
    /** To who asked and accepted. */
    ANSWER_ACCEPTING("answer-accepting", 2, 20),
    COMMENT_PUBLISHED("comment-published", 1, 10),
    /** To the author of a post or an answer. */
    UPVOTE_RECEIVED("upvote-received", 10, 200),
    COMMENT_UPVOTE_RECEIVED("comment-upvote-received", 1, 20),
    /** To the voter. */
    UPVOTE_GIVEN("upvote-given", 1, 10);

    private final Rule asShipped;

    Action(String ruleId, long amount, long dailyCap) {
        this.asShipped = new Rule(ruleId, amount, dailyCap, true, 1);
    }

    public String ruleId() {
        return asShipped.id();
    }

    public Rule asShipped() {
        return asShipped;
    }
}
