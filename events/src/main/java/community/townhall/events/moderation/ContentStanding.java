/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.moderation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moderation holds of a piece of content after the event: the whole of it, so that the owner of the content can
 * apply the latest and ignore a late one.
 *
 * @param subjectType what was judged, as its owner calls it: {@code POST}, {@code COMMENT}, or a feature's own
 * @param subjectId of that type
 * @param revision the revision of its text that was judged
 * @param standing what is to become of it
 * @param reasons why, for its author; empty when there is nothing to tell
 * @param decidedBy the member who decided, absent when the screening did
 * @param caseId the case it was decided in, absent when the screening decided
 */
public record ContentStanding(
        String subjectType,
        String subjectId,
        String authorId,
        int revision,
        Standing standing,
        List<Reason> reasons,
        @Nullable String decidedBy,
        @Nullable String caseId,
        Instant decidedAt) {

    /** Open, see {@link #UNKNOWN}. */
    public enum Standing {
        APPROVED,
        HELD,
        REJECTED,
        HIDDEN,
        REMOVED,
        UNKNOWN
    }

    /**
     * Why.
     *
     * @param rule the rule's name, such as {@code lexicon} or {@code harassment}
     * @param explanation for people, in the community's language
     */
    public record Reason(String rule, String explanation) {}
}
