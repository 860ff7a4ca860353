/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;

/** Something happened to a comment. */
public sealed interface CommentChanged extends Event
        permits CommentCreated, CommentEdited, CommentStandingChanged, CommentWithdrawn {
    CommentState comment();

    @Override
    default String aggregateId() {
        return comment().id();
    }
}
