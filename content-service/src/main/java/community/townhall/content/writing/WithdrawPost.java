/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing;

import community.townhall.content.post.Posts;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;

/** An author removes a post, for good. */
public final class WithdrawPost {

    private final Posts posts;
    private final Clock clock;

    WithdrawPost(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws Refusal when a rule forbids it */
    public void withdraw(String id, String memberId) {
        if (posts.changeBy(memberId, id, post -> post.withdrawn(memberId, clock.instant()))
                .isEmpty()) {
            throw Refusal.unknown("post", id);
        }
    }
}
