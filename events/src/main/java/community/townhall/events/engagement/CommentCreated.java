/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextSubmitted;

/** A comment was written; it waits to be screened. */
public record CommentCreated(CommentState comment) implements CommentChanged, TextSubmitted {

    @Override
    public SubmittedText submitted() {
        return comment.submitted();
    }
}
