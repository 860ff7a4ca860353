/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.follow.FollowedType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A new text, of which whoever follows something is to be told.
 *
 * @param cause the text's id
 * @param authorId who wrote it
 * @param link the path in the console that it leads to
 * @param facts what the notification needs, by name
 * @param at when it appeared: who began to follow later is not told
 * @param about see {@link Notification}
 * @param audiences whom it is for, those it concerns most first
 */
public record News(
        String cause,
        String authorId,
        String link,
        Map<String, String> facts,
        Instant at,
        List<String> about,
        List<Audience> audiences) {

    public News {
        facts = Map.copyOf(facts);
        about = List.copyOf(about);
        audiences = List.copyOf(audiences);
    }

    /** Those who follow one thing, and how they are told. */
    public record Audience(FollowedType type, String followedId, NotificationKind kind) {}

    /** As that member is told of it. */
    public Notification to(String memberId, NotificationKind kind) {
        return new Notification(memberId, kind, cause, authorId, link, facts, at, about);
    }
}
