/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.Event;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member is to be told of something. It may be missed: what counts is the member's list of notifications.
 *
 * @param kind such as {@code post-published}, {@code points-earned}; the reader's language is chosen where it is shown
 * @param link the path in the console that it leads to
 * @param facts what the text of that kind needs, by name
 * @param sequence its place among all that its member was ever told: 1, 2, 3…; absent in what earlier releases sent
 */
public record NotificationRaised(
        String id,
        String memberId,
        String kind,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        @Nullable Long sequence)
        implements Event {

    @Override
    public String aggregateId() {
        return id;
    }

    /** By member, so that one member's notifications are in order. */
    @Override
    public String key() {
        return memberId;
    }
}
