/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** A question's author took an acceptance back. */
public record AnswerUnaccepted(PostState post, AcceptedAnswer formerly) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
