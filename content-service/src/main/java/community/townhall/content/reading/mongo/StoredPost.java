/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.mongo;

import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Post;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Ruling;
import community.townhall.content.post.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/** A post as it is kept in collection {@code posts}, as far as it is shown; {@code content.post} writes it. */
record StoredPost(
        @Id String id,
        long version,
        @Unwrapped.Empty Authorship authorship,
        List<String> topics,
        Text text,
        @Nullable Proposal proposal,
        @Unwrapped.Empty Publication publication,
        @Nullable Ruling ruling,
        @Nullable AcceptedAnswer accepted,
        String excerpt) {

    Post toPost() {
        return new Post(id, version, authorship, topics, text, proposal, publication, ruling, accepted);
    }
}
