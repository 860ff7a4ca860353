/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What never changes about a post.
 *
 * @param questionId for an answer, what it answers
 * @param origin the community it was imported from, absent for what was written here
 * @param requestHash tells a repeated request from another one under the same key, absent without a key
 */
public record Authorship(
        String authorId,
        PostKind kind,
        @Nullable String questionId,
        Instant createdAt,
        @Nullable String origin,
        @Nullable String requestHash) {

    public boolean isImported() {
        return origin != null;
    }
}
