/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.post.mongo;

import community.townhall.engagement.post.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("posts")
record PostDocument(
        @Id String id,
        long version,
        String authorId,
        boolean visible,
        @Nullable Boolean removed,
        @Nullable String title,
        @Nullable String questionId,
        List<String> topics,
        @Nullable String origin) {

    static PostDocument of(Post post) {
        return new PostDocument(
                post.id(),
                post.version(),
                post.authorId(),
                post.visible(),
                post.removed(),
                post.title(),
                post.questionId(),
                post.topics(),
                post.origin());
    }

    Post toPost() {
        return new Post(
                id, version, authorId, visible, Boolean.TRUE.equals(removed), title, questionId, topics, origin);
    }
}
