/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A comment became visible to readers. */
public record CommentPublished(CommentState comment) implements Event {

    @Override
    public String aggregateId() {
        return comment.id();
    }
}
