/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.imported;

import community.townhall.engagement.refusal.Refused;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says of a request that it repeats what happened elsewhere. Only operators may say so.
 *
 * @param origin the community it happened in, such as {@code quantumcomputing.stackexchange.com}
 * @param authorId whose doing it was
 * @param at when it happened there
 */
public record Imported(
        @Nullable String origin,
        @Nullable String authorId,
        @Nullable Instant at) {

    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST_AUTHOR_ID = 64;

    /** An import with all it needs. */
    public record Complete(String origin, String authorId, Instant at) {}

    /**
     * @param byOperator whether an operator asks
     * @param now nothing is imported from the future
     * @throws Refused naming the part at fault
     */
    public Complete complete(boolean byOperator, Instant now) {
        Complete complete = complete(byOperator, "", now);
        if (complete.authorId().isEmpty()) {
            throw Refused.notValid("imported.authorId", "required", "imported.authorId is required");
        }
        return complete;
    }

    /** Like {@link #complete(boolean, Instant)}, where the author goes without saying. */
    public Complete complete(boolean byOperator, String defaultAuthorId, Instant now) {
        if (!byOperator) {
            throw Refused.notAllowed("imported", "operators-only", "Only operators import");
        }
        if (origin == null || !ORIGIN.matcher(origin).matches()) {
            throw Refused.notValid(
                    "imported.origin", "format", "imported.origin must be a host name of at most 100 characters");
        }
        if (authorId != null && (authorId.isBlank() || authorId.length() > LONGEST_AUTHOR_ID)) {
            throw Refused.notValid("imported.authorId", "length", "imported.authorId must have 1 to 64 characters");
        }
        if (at == null) {
            throw Refused.notValid("imported.at", "required", "imported.at is required");
        }
        if (at.isAfter(now)) {
            throw Refused.notValid("imported.at", "past", "imported.at must not lie in the future");
        }
        return new Complete(origin, authorId == null ? defaultAuthorId : authorId, at);
    }
}
