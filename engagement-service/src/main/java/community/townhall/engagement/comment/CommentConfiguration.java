/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.engagement.post.Posts;
import community.townhall.engagement.target.Targets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the feature. */
@Configuration(proxyBeanMethods = false)
class CommentConfiguration {

    @Bean
    CommentTargets commentTargets(Comments comments, Posts posts) {
        return new CommentTargets(comments, posts);
    }

    @Bean
    WriteComment writeComment(Comments comments, Targets targets, Clock clock) {
        return new WriteComment(comments, targets, clock);
    }

    @Bean
    ChangeComment changeComment(Comments comments, Posts posts, Clock clock) {
        return new ChangeComment(comments, posts, clock);
    }
}
