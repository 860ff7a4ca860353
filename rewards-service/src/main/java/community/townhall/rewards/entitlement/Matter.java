/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

/**
 * Something that members may be entitled to points for, and that is judged as one.
 *
 * @param id of the content, of the vote, of the answer, or of the question, as the kind says
 */
public record Matter(Kind kind, String id) {

    /** Who is to have points. */
    public enum Kind {
        AUTHOR,
        VOTE,
        ANSWERER,
        ASKER
    }
}
