/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextDeleted;

/** Its author removed a comment, for good. It comes with {@link CommentRemoved}, which does not say who did. */
public record CommentWithdrawn(CommentState comment) implements CommentChanged, TextDeleted {

    @Override
    public SubmittedText deleted() {
        return comment.submitted();
    }
}
