/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** A post became visible to readers. */
public record PostPublished(PostState post) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
