/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification;

import community.townhall.engagement.follow.Follows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    Notify notifyMembers(Notifications notifications, Clock clock) {
        return new Notify(notifications, clock);
    }

    @Bean
    TellFollowers tellFollowers(Follows follows, Notify notify, TellFollowers.Later later) {
        return new TellFollowers(follows, notify, later);
    }
}
