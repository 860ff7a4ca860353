/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.messaging;

import community.townhall.agreement.Partial;
import community.townhall.community.member.KnownMembers;
import community.townhall.content.post.PostEvent;
import community.townhall.events.Event;
import java.util.Map;
import java.util.Set;

/** How posts are told of. */
public final class PostWiring {

    /** Authors that nobody has a name for. */
    public static final class NoNames {

        public Map<String, String> namesOf(Set<String> ids) {
            return Map.of();
        }
    }

    private static final PostEventMapper MAPPER = new PostEventMapper(Partial.of(KnownMembers.class, new NoNames()));

    private PostWiring() {}

    public static Event contract(PostEvent event, long version) {
        return MAPPER.toContract(event, version);
    }
}
