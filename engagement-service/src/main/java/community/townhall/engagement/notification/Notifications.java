/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All notifications. */
public interface Notifications {

    /** @return false when it was raised before; nothing was written then */
    boolean raise(Notification notification);

    /**
     * Raises a line that goes on, such as what was earned on a day: what is later has its facts written anew, and its time
     * when that is later too, and leaves its place, and whether it was read, as they are.
     *
     * @param version of what it tells; a lower one, or the same again, changes nothing
     * @param shown whether there is anything to tell; otherwise it is neither shown nor counted
     */
    void roll(Notification notification, long version, boolean shown);

    /**
     * What that post or comment is told of in is not shown and not counted, until it is back: others may have to be back
     * too. Saying so again changes nothing.
     */
    void gone(String about);

    /** It is to be seen again. */
    void back(String about);

    /** Whoever was told of that post or comment finds that fact as it is now, where the telling has such a fact. */
    void reword(String about, String fact, String value);

    Optional<StoredNotification> find(String id);

    /**
     * A member's, newest first.
     *
     * @param beforeAt where the former page ended, absent for the first
     * @param beforeId tells apart what happened at the same time
     */
    List<StoredNotification> ofMember(
            String memberId, @Nullable Instant beforeAt, @Nullable String beforeId, int limit);

    /** The highest place taken among a member's notifications, 0 when there is none. */
    long newest(String memberId);

    /** A member's above that place, lowest first. */
    List<StoredNotification> after(String memberId, long sequence, int limit);

    /** How many a member has not read; counted no further than 1,000. */
    int unread(String memberId);

    void markRead(String memberId, Collection<String> ids);

    void markAllRead(String memberId);
}
