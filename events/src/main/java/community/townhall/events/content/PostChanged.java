/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** Something happened to a post. */
public sealed interface PostChanged extends Event
        permits AnswerAccepted,
                AnswerUnaccepted,
                PostCreated,
                PostEditDeclined,
                PostEdited,
                PostRevised,
                PostStandingChanged,
                PostWithdrawn {
    PostState post();

    @Override
    default String aggregateId() {
        return post().id();
    }
}
