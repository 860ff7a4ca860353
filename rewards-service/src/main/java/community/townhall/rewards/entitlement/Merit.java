/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.time.Instant;
import java.util.List;

/**
 * What a member did, as far as points depend on it.
 *
 * @param id of the post, the reaction, or whatever came of it
 * @param version of the aggregate that tells of it
 * @param subjectId what the ledger says that points for it are for
 * @param memberId who did it
 * @param pseudonymous whether nobody is known by the member's id
 * @param about the ids of the content it was done to, if any. Points may be due to the author of the first; none are due
 *     while one of them is not to be seen
 * @param stands whether it is still so: visible, given, accepted
 * @param at when it was done
 */
public record Merit(
        String id,
        Kind kind,
        long version,
        String subjectId,
        String memberId,
        boolean pseudonymous,
        List<String> about,
        boolean stands,
        Instant at) {

    public Merit {
        about = List.copyOf(about);
    }

    /** What was done. */
    public enum Kind {
        POST,
        ANSWER,
        COMMENT,
        UPVOTE,
        COMMENT_UPVOTE,
        /** Done to an answer: who asked accepted it. */
        ACCEPTANCE,
        /** Done to a question and its accepted answer, by who asked. */
        RESOLUTION,
        THANKS;

        /** Whether other merits may be about it. */
        boolean isContent() {
            return this == POST || this == ANSWER || this == COMMENT;
        }
    }

    /** Content that somebody wrote. */
    public static Merit writing(Kind kind, String id, long version, String authorId, boolean visible, Instant at) {
        return new Merit(id, kind, version, id, authorId, false, List.of(), visible, at);
    }
}
