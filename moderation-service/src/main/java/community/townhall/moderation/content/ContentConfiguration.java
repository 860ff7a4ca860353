/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    @Bean
    ApplyRuling applyRuling(Contents contents) {
        return new ApplyRuling(contents);
    }
}
