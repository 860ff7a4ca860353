/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided in a case. It is recorded here first; everything it does to the content and to the reporters follows
 * from the record.
 *
 * @param number 1, 2, 3… within the case
 * @param revision the text that was judged
 * @param rule under which, present for what goes against the content
 * @param explanation for the author
 * @param by the moderator, absent when the weight of reports decided
 * @param requestId of the request that asked for it, where that may be repeated
 * @param requestHash to tell a repeated request from another one under the same key
 */
public record Decision(
        int number,
        CaseAction action,
        int revision,
        @Nullable String rule,
        @Nullable String explanation,
        @Nullable String by,
        Instant at,
        @Nullable String requestId,
        @Nullable String requestHash) {}
