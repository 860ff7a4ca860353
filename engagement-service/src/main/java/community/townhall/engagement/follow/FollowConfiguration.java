/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.follow;

import community.townhall.engagement.member.Members;
import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Targets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {

    @Bean
    FollowSomething followSomething(Follows follows, Members members, Posts posts, Targets targets, Clock clock) {
        return new FollowSomething(follows, members, posts, targets, clock);
    }
}
