/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A comment's text changed; it is screened again. */
public record CommentEdited(CommentState comment) implements Event {

    @Override
    public String aggregateId() {
        return comment.id();
    }
}
