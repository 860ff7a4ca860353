/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing;

import community.townhall.content.post.Posts;
import community.townhall.content.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires the use cases of writing, and wakes the one that waits for the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WritingConfiguration {

    @Bean
    WritePost writePost(Posts posts, Topics topics) {
        return new WritePost(posts, topics);
    }

    @Bean
    EditPost editPost(Posts posts, Topics topics, Clock clock) {
        return new EditPost(posts, topics, clock);
    }

    @Bean
    PublishPost publishPost(Posts posts, Clock clock) {
        return new PublishPost(posts, clock);
    }

    @Bean
    WithdrawPost withdrawPost(Posts posts, Clock clock) {
        return new WithdrawPost(posts, clock);
    }

    @Bean
    SchedulingConfigurer dueSweep(
            PublishPost publishPost, @Value("${townhall.content.due-sweep:1s}") Duration interval) {
        return tasks -> tasks.addFixedDelayTask(publishPost::publishDue, interval);
    }
}
