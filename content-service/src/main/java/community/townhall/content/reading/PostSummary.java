/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading;

import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post in a list. */
public record PostSummary(
        String id,
        PostKind kind,
        PostStatus status,
        @Nullable String title,
        String excerpt,
        List<String> topics,
        AuthorView author,
        @Nullable String questionId,
        @Nullable String acceptedAnswerId,
        long score,
        long up,
        long down,
        long comments,
        long answers,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String origin) {}
