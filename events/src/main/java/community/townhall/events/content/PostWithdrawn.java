/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** Its author removed a post, for good. It comes with {@link PostRemoved}, which does not say who did. */
public record PostWithdrawn(PostState post) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
