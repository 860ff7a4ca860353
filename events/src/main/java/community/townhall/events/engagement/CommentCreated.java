/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A comment was written; it waits to be screened. */
public record CommentCreated(CommentState comment) implements Event {

    @Override
    public String aggregateId() {
        return comment.id();
    }
}
