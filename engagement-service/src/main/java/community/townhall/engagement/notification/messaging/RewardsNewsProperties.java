/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.notification.messaging;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what members are told of their points.
 *
 * @param quietRules rules whose points are for what a member does all day; they count, and nobody is told of them
 */
@ConfigurationProperties("townhall.engagement.points-news")
record RewardsNewsProperties(
        @DefaultValue({"upvote-given", "answer-accepting"}) Set<String> quietRules) {

    RewardsNewsProperties {
        quietRules = Set.copyOf(quietRules);
    }
}
