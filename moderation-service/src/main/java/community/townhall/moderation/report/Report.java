/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's report of a text of a post or comment: at most one each, and the next only once that was answered.
 *
 * @param revision the text that they saw; 0 for what release 0.1 took down
 * @param weight what it adds to its case's score: the reporter's accuracy times the category's gravity
 * @param requestId of the request that filed it
 * @param requestHash to tell a repeated request from another one under the same key, absent without a key
 * @param answered whether its case was decided since
 */
public record Report(
        String targetId,
        String reporterId,
        int revision,
        Category category,
        @Nullable String note,
        Instant at,
        double weight,
        String requestId,
        @Nullable String requestHash,
        boolean answered) {

    public String id() {
        return id(targetId, reporterId, revision);
    }

    /** Unique for a target, a reporter and a text. */
    public static String id(String targetId, String reporterId, int revision) {
        String first = targetId + "/" + reporterId;
        return revision <= 1 ? first : first + "/" + revision;
    }
}
