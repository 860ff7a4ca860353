/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import community.townhall.content.post.Posts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what applies moderation's rulings. */
@Configuration(proxyBeanMethods = false)
class ModerationConfiguration {

    @Bean
    ApplyRuling applyRuling(Posts posts, Clock clock) {
        return new ApplyRuling(posts, clock);
    }
}
