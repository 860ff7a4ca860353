/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.refusal.Refused;

/** Markdown of 1 to 10,000 characters, not all of them blank. */
public record CommentText(String value) {

    private static final int LONGEST = 10_000;

    /** @throws Refused naming {@code text} */
    public CommentText {
        if (value.isBlank() || value.length() > LONGEST) {
            throw Refused.notValid("text", "length", "text must have 1 to 10000 characters");
        }
    }
}
