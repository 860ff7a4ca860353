/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing;

import community.townhall.content.post.Post;
import community.townhall.content.post.Posts;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft or scheduled post goes on its way to its readers. */
public final class PublishPost {

    private static final int BATCH = 100;

    private final Posts posts;
    private final Clock clock;

    PublishPost(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * @param publishAt absent for now
     * @throws Refusal when a rule forbids it
     */
    public Post publish(String id, String memberId, @Nullable Instant publishAt) {
        Instant now = clock.instant();
        return posts.changeBy(
                        memberId,
                        id,
                        post -> publishAt == null
                                ? post.submitted(memberId, now)
                                : post.scheduledFor(memberId, publishAt, now))
                .orElseThrow(() -> Refusal.unknown("post", id));
    }

    /** @throws Refusal when a rule forbids it */
    public Post unschedule(String id, String memberId) {
        return posts.changeBy(memberId, id, post -> post.unscheduled(memberId, clock.instant()))
                .orElseThrow(() -> Refusal.unknown("post", id));
    }

    /**
     * Publishes what is due. Safe to run anywhere, any time and by several at once: each post's version decides who does
     * it, and what a crash left undone is due still.
     */
    public void publishDue() {
        Instant now = clock.instant();
        for (String id : posts.due(now, BATCH)) {
            posts.change(id, post -> post.dueAt(now));
        }
    }
}
