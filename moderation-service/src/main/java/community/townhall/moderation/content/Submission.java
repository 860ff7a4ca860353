/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that was handed in.
 *
 * @param subjectId the post or comment
 * @param under the post that a comment, or the question that an answer stands under
 * @param inForce the former text, while readers see that one; absent when they see none until this one is let through
 * @param at when it was handed in
 * @param origin the community it was imported from, absent for what was written here
 */
public record Submission(
        SubjectType type,
        String subjectId,
        @Nullable String under,
        String authorId,
        Revision revision,
        @Nullable Revision inForce,
        Instant at,
        @Nullable String origin) {

    /** A text under nothing, before which readers see none. */
    public Submission(
            SubjectType type,
            String subjectId,
            String authorId,
            Revision revision,
            Instant at,
            @Nullable String origin) {
        this(type, subjectId, null, authorId, revision, null, at, origin);
    }

    /** Whether it was moderated elsewhere already. */
    public boolean isImported() {
        return origin != null;
    }
}
