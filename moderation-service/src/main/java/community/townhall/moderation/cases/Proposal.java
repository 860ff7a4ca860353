/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator wants to decide.
 *
 * @param rule under which
 * @param explanation for the author
 * @param requestId see {@link Decision}
 * @param requestHash see {@link Decision}
 */
public record Proposal(
        CaseAction action,
        @Nullable String rule,
        @Nullable String explanation,
        @Nullable String requestId,
        @Nullable String requestHash) {}
