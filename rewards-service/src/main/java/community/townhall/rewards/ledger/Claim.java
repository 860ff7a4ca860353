/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

/**
 * What points can be earned for, once: an account, the rule, and what the rule was met by.
 *
 * @param subjectId the post, comment or reaction
 */
public record Claim(String account, String rule, String subjectId) {

    /** The cause of the nth entry there is for it: the odd ones credit, the even ones take back. */
    public String cause(int turn) {
        return causePrefix() + "%06d".formatted(turn);
    }

    /** What all its causes begin with; they sort by turn. */
    public String causePrefix() {
        return rule + ":" + subjectId + ":";
    }
}
