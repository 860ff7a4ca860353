/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that was handed in.
 *
 * @param subjectId the post or comment
 * @param at when it was handed in
 * @param origin the community it was imported from, absent for what was written here
 */
public record Submission(
        SubjectType type,
        String subjectId,
        String authorId,
        Revision revision,
        Instant at,
        @Nullable String origin) {

    /** Whether it was moderated elsewhere already. */
    public boolean isImported() {
        return origin != null;
    }
}
