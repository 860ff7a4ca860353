/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.post.mongo;

import community.townhall.content.post.AcceptedAnswer;
import community.townhall.content.post.Authorship;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import community.townhall.content.post.Proposal;
import community.townhall.content.post.Publication;
import community.townhall.content.post.Ruling;
import community.townhall.content.post.Text;
import community.townhall.kit.outbox.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post in collection {@code posts}, without its figures.
 *
 * @param listed whether lists show it
 * @param latest its place among what is published, newest highest; a time and the id, so that it is unique
 * @param written its place among what its author wrote
 * @param excerpt kept so that lists need not read the text
 */
@Document("posts")
record PostDocument(
        @Id String id,
        long version,
        String authorId,
        PostKind kind,
        @Nullable String questionId,
        Instant createdAt,
        @Nullable String origin,
        @Nullable String requestHash,
        List<String> topics,
        Text text,
        @Nullable Proposal proposal,
        PostStatus status,
        boolean withdrawn,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Ruling ruling,
        @Nullable AcceptedAnswer accepted,
        boolean listed,
        @Nullable String latest,
        String written,
        String excerpt)
        implements Versioned {

    static PostDocument from(Post post, String excerpt) {
        Authorship authorship = post.authorship();
        Publication publication = post.publication();
        Instant publishedAt = publication.publishedAt();
        return new PostDocument(
                post.id(),
                post.version(),
                authorship.authorId(),
                authorship.kind(),
                authorship.questionId(),
                authorship.createdAt(),
                authorship.origin(),
                authorship.requestHash(),
                post.topics(),
                post.text(),
                post.proposal(),
                publication.status(),
                publication.withdrawn(),
                publication.publishAt(),
                publishedAt,
                post.ruling(),
                post.accepted(),
                post.isListed(),
                publishedAt == null ? null : rank(publishedAt, post.id()),
                rank(authorship.createdAt(), post.id()),
                excerpt);
    }

    /** Text that sorts like the time, and like the id among what happened in the same millisecond. */
    private static String rank(Instant at, String id) {
        return String.format(Locale.ROOT, "%015d-%s", Math.max(0, at.toEpochMilli()), id);
    }

    Post toPost() {
        return new Post(
                id,
                version,
                new Authorship(authorId, kind, questionId, createdAt, origin, requestHash),
                topics,
                text,
                proposal,
                new Publication(status, withdrawn, publishAt, publishedAt),
                ruling,
                accepted);
    }
}
