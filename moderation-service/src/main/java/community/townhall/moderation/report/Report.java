/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's report of a post or comment: at most one each.
 *
 * @param weight what it adds to its case's score: the reporter's accuracy times the category's gravity
 * @param requestId of the request that filed it
 * @param requestHash to tell a repeated request from another one under the same key, absent without a key
 */
public record Report(
        String targetId,
        String reporterId,
        Category category,
        @Nullable String note,
        Instant at,
        double weight,
        String requestId,
        @Nullable String requestHash) {

    /** Also unique: target and reporter. */
    public String id() {
        return targetId + "/" + reporterId;
    }
}
