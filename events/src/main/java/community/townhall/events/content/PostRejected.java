/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** A post was not let through. */
public record PostRejected(PostState post) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
