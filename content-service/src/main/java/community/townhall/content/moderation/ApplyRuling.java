/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.moderation;

import community.townhall.content.post.Posts;
import community.townhall.content.post.Ruling;
import java.time.Clock;

/** What moderation says of a post takes effect. */
public final class ApplyRuling {

    private final Posts posts;
    private final Clock clock;

    ApplyRuling(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** Late, repeated and reordered rulings are harmless; one about a post that is not there is passed over. */
    public void apply(String postId, Ruling ruling) {
        posts.change(postId, post -> new Judgement(post, ruling, clock.instant()).change());
    }
}
