/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** An edit of a published post was not let through; the former text stays. */
public record PostEditDeclined(PostState post) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
