/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Tells members of what happened, but not of their own doing and not of what has long been history. */
public final class Notify {

    /** Which consumer tells members of what happens; its handlers may take their time. */
    public static final String CONSUMER = "news";

    /** Older things come from imports or from a long outage; telling of them now would only startle. */
    static final Duration NEWS_LAST = Duration.ofDays(1);

    private final Notifications notifications;
    private final Clock clock;

    public Notify(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** One happening, of which each member is told at most once: in the way that concerns them most, which comes first. */
    public Happening happening() {
        return new Happening();
    }

    public final class Happening {

        private final Set<String> told = new HashSet<>();

        public void tell(Notification notification) {
            if (isNews(notification, clock) && told.add(notification.memberId())) {
                notifications.raise(notification);
            }
        }
    }

    /** Tells of what goes on in one line, see {@link Notifications#roll}. */
    public void tellSoFar(Notification notification, long version, boolean shown) {
        if (isNews(notification, clock)) {
            notifications.roll(notification, version, shown);
        }
    }

    static boolean isNews(Notification notification, Clock clock) {
        return !notification.isOfOnesOwnDoing()
                && !notification.at().isBefore(clock.instant().minus(NEWS_LAST));
    }
}
