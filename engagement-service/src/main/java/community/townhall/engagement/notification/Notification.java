/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member is told of something, once for each cause.
 *
 * @param cause what happened: the same cause tells the same member of the same {@link NotificationKind#family} once for
 *     ever
 * @param actorId whose doing it was, absent for the community's own
 * @param link the path in the console that it leads to
 * @param facts what the text of that kind needs, by name
 * @param at when it happened
 * @param about the posts and comments it tells of, each of which its reader must be able to see
 */
public record Notification(
        String memberId,
        NotificationKind kind,
        String cause,
        @Nullable String actorId,
        @Nullable String link,
        Map<String, String> facts,
        Instant at,
        List<String> about) {

    public Notification {
        facts = Map.copyOf(facts);
        about = List.copyOf(about);
    }

    /** Of something that readers need not see. */
    public Notification(
            String memberId,
            NotificationKind kind,
            String cause,
            @Nullable String actorId,
            @Nullable String link,
            Map<String, String> facts,
            Instant at) {
        this(memberId, kind, cause, actorId, link, facts, at, List.of());
    }

    /** How something is spoken of to its author alone, who is told of it while nobody else sees it. */
    public static String own(String id) {
        return "own/" + id;
    }

    /** Nobody is told of what they did themselves. */
    public boolean isOfOnesOwnDoing() {
        return memberId.equals(actorId);
    }
}
