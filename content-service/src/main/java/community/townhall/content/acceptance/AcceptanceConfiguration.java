/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.acceptance;

import community.townhall.content.post.Posts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the acceptance of answers. */
@Configuration(proxyBeanMethods = false)
class AcceptanceConfiguration {

    @Bean
    AcceptAnswer acceptAnswer(Posts posts, Clock clock) {
        return new AcceptAnswer(posts, clock);
    }
}
