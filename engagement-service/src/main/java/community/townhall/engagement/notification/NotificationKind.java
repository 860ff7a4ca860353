/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.util.Locale;

/** What members are told of. */
public enum NotificationKind {
    POST_PUBLISHED,
    POST_HELD,
    POST_REJECTED,
    COMMENT_HELD,
    COMMENT_REJECTED,
    CONTENT_HIDDEN,
    CONTENT_REMOVED,
    CONTENT_RESTORED,
    ANSWER_POSTED,
    ANSWER_ACCEPTED,
    COMMENT_POSTED,
    REPLY_POSTED,
    MENTIONED,
    REACTION_RECEIVED,
    FOLLOWED,
    FOLLOWED_MEMBER_POSTED,
    FOLLOWED_TOPIC_POSTED,
    FOLLOWED_POST_ANSWERED,
    FOLLOWED_POST_COMMENTED,
    POINTS_AWARDED,
    POINTS_REVERSED,
    TIER_CHANGED;

    /**
     * What a member is told of once for a cause, in whichever of these kinds: of one new text there is one notification,
     * though a later edit mentions who was told of it as a follower.
     */
    public String family() {
        return switch (this) {
            case ANSWER_POSTED,
                    COMMENT_POSTED,
                    REPLY_POSTED,
                    MENTIONED,
                    FOLLOWED_MEMBER_POSTED,
                    FOLLOWED_TOPIC_POSTED,
                    FOLLOWED_POST_ANSWERED,
                    FOLLOWED_POST_COMMENTED -> "text";
            default -> label();
        };
    }

    /** Its name in requests and events, such as {@code post-published}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
