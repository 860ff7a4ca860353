/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextSubmitted;

/** A comment's text changed; it is screened again. */
public record CommentEdited(CommentState comment) implements CommentChanged, TextSubmitted {

    @Override
    public SubmittedText submitted() {
        return comment.submitted();
    }
}
