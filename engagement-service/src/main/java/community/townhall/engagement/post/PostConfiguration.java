/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

    @Bean
    PostTargets postTargets(Posts posts) {
        return new PostTargets(posts);
    }
}
