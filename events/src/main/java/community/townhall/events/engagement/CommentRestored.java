/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** A comment that had been hidden or removed is visible again. */
public record CommentRestored(CommentState comment) implements Event {

    @Override
    public String aggregateId() {
        return comment.id();
    }
}
