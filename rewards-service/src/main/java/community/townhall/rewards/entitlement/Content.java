/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post, an answer or a comment, as far as points depend on it.
 *
 * @param version of the aggregate it is a copy of
 * @param questionId for an answer, what it answers
 * @param visible whether readers see it
 * @param publishedAt when it first became visible
 */
public record Content(
        String id,
        long version,
        Kind kind,
        String authorId,
        @Nullable String questionId,
        boolean visible,
        Instant publishedAt) {

    /** What it is. */
    public enum Kind {
        POST,
        ANSWER,
        COMMENT
    }
}
