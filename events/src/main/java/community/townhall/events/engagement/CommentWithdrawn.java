/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** Its author removed a comment, for good. It comes with {@link CommentRemoved}, which does not say who did. */
public record CommentWithdrawn(CommentState comment) implements Event {

    @Override
    public String aggregateId() {
        return comment.id();
    }
}
