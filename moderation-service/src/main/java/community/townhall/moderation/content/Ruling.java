/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided in a case about a piece of content.
 *
 * @param number counts the rulings of a subject, so that each is applied once and in order
 * @param revision the text that was judged
 * @param decidedBy the moderator, absent when the weight of reports decided
 */
public record Ruling(
        String subjectId,
        int number,
        Action action,
        int revision,
        List<Reason> reasons,
        @Nullable String decidedBy,
        String caseId,
        Instant at) {

    /** What a ruling does. */
    public enum Action {
        APPROVE,
        REJECT,
        HIDE,
        REMOVE,
        RESTORE
    }
}
