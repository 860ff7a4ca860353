/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.writing;

import community.townhall.content.post.Change;
import community.townhall.content.post.Post;
import community.townhall.content.post.Posts;
import community.townhall.content.topic.Topics;
import community.townhall.kit.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An author writes a post anew. */
public final class EditPost {

    private final Posts posts;
    private final Topics topics;
    private final Clock clock;

    EditPost(Posts posts, Topics topics, Clock clock) {
        this.posts = posts;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * @param title absent to keep the present one
     * @param topicSlugs absent to keep the present ones
     * @param version of the post that its author saw
     * @throws Refusal when a rule forbids it
     */
    public Post edit(
            String id,
            String memberId,
            @Nullable String title,
            String body,
            @Nullable List<String> topicSlugs,
            long version) {
        List<String> distinct =
                topicSlugs == null ? null : topicSlugs.stream().distinct().toList();
        if (topicSlugs != null) {
            WritePost.requireKnown(topics, topicSlugs);
        }
        return posts.changeBy(memberId, id, post -> {
                    Change edited = post.edited(memberId, title, body, distinct, version, clock.instant());
                    requireItsQuestion(post);
                    return edited;
                })
                .orElseThrow(() -> Refusal.unknown("post", id));
    }

    private void requireItsQuestion(Post post) {
        String questionId = post.authorship().questionId();
        if (questionId != null && posts.find(questionId).filter(Post::isVisible).isEmpty()) {
            throw Refusal.conflict("The question that it answers is not published");
        }
    }
}
