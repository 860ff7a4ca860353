/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.content;

import community.townhall.events.Event;

/** A post was written, or a draft's or schedule's time came: it waits to be screened. */
public record PostCreated(PostState post) implements Event {

    @Override
    public String aggregateId() {
        return post.id();
    }
}
