/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events;

import org.jspecify.annotations.Nullable;

/**
 * A text that was handed in to be screened.
 *
 * @param subjectType what it is the text of, in capitals, such as {@code POST}: a feature's own, and told back with what
 *     becomes of it
 * @param subjectId what it is the text of
 * @param under what that stands under, such as a comment's post: whoever does not see that one does not see it
 * @param wording the text
 * @param inForce the former text, while readers see that one; absent when they see none until this one is let through
 * @param origin the community it was imported from, absent for what was written here
 */
public record SubmittedText(
        String subjectType,
        String subjectId,
        @Nullable String under,
        String authorId,
        Wording wording,
        @Nullable Wording inForce,
        @Nullable String origin) {

    public static final String POST = "POST";
    public static final String COMMENT = "COMMENT";

    /**
     * A text as it was written.
     *
     * @param revision counts the texts of the subject: 1 is the first
     * @param markup how it is written, absent for Markdown
     */
    public record Wording(
            int revision,
            @Nullable String title,
            String text,
            @Nullable Markup markup) {}
}
