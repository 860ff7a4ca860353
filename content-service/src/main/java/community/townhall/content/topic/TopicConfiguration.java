/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.topic;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases of topics. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    SetUpTopic setUpTopic(Topics topics) {
        return new SetUpTopic(topics);
    }
}
