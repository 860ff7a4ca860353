/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.github.benmanes.caffeine.cache.Cache;
import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentEvent;
import community.townhall.engagement.comment.CommentStatus;
import community.townhall.engagement.comment.Comments;
import community.townhall.kit.cache.HeapShare;
import community.townhall.kit.outbox.Aggregates;
import community.townhall.kit.outbox.AggregatesFactory;
import community.townhall.kit.outbox.EventMapper;
import community.townhall.kit.outbox.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoComments implements Comments {

    /** How long another instance's change of a comment may stay unseen where {@link #recent} suffices. */
    private static final Duration RECENT = Duration.ofSeconds(5);

    private static final Sort OLDEST_FIRST = Sort.by(Sort.Direction.ASC, "createdAt", "id");

    private final Aggregates<CommentDocument, CommentEvent> comments;
    private final MongoOperations mongo;
    private final MeterRegistry meters;
    /** Only what is visible: what is not may become so any moment, and somebody waits for that. */
    private final Cache<String, Comment> recent = HeapShare.<Comment>ofPercent(
                    4, comment -> 1_000 + HeapShare.bytesOf(comment.text().value()))
            .expireAfterWrite(RECENT)
            .build();

    MongoComments(
            AggregatesFactory aggregates,
            EventMapper<CommentEvent> mapper,
            MongoOperations mongo,
            MeterRegistry meters) {
        this.comments = aggregates.of(CommentDocument.class, mapper);
        this.mongo = mongo;
        this.meters = meters;
        index(new Index()
                .on("postId", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC));
        index(new Index().on("origin", Sort.Direction.ASC).sparse());
    }

    private void index(Index index) {
        mongo.indexOps(CommentDocument.class).createIndex(index);
    }

    @Override
    public Optional<Comment> find(String id) {
        return comments.find(id).map(CommentDocument::toComment);
    }

    @Override
    public Optional<Comment> recent(String id) {
        Comment cached = recent.getIfPresent(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Comment> found = find(id);
        found.filter(Comment::isVisible).ifPresent(comment -> recent.put(id, comment));
        return found;
    }

    @Override
    public List<Comment> recent(Collection<String> ids) {
        Map<String, Comment> cached = recent.getAllPresent(ids);
        List<Comment> found = comments
                .find(ids.stream().filter(id -> !cached.containsKey(id)).toList())
                .stream()
                .map(CommentDocument::toComment)
                .toList();
        found.stream().filter(Comment::isVisible).forEach(comment -> recent.put(comment.id(), comment));
        return Stream.concat(cached.values().stream(), found.stream()).toList();
    }

    @Override
    public boolean add(CommentEvent.Written written) {
        Comment comment = written.comment();
        try {
            comments.insert(CommentDocument.of(comment, null), List.of(written), comment.createdAt());
        } catch (DuplicateKeyException e) {
            return false;
        }
        count(written);
        return true;
    }

    @Override
    public Optional<Comment> change(String id, Function<Comment, Optional<Comment.Change>> decision) {
        try {
            return Retry.onConflict(() -> comments.find(id).map(stored -> {
                Comment comment = stored.toComment();
                return decision.apply(comment)
                        .map(change -> write(change, stored))
                        .orElse(comment);
            }));
        } finally {
            recent.invalidate(id);
        }
    }

    private Comment write(Comment.Change change, CommentDocument stored) {
        comments.update(CommentDocument.of(change.comment(), stored), change.events(), change.at());
        change.events().forEach(this::count);
        return change.comment().stored();
    }

    private void count(CommentEvent event) {
        meters.counter(
                        "townhall.comments",
                        "change",
                        event.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public List<Comment> under(
            Collection<String> postIds,
            @Nullable String readerId,
            @Nullable Instant afterAt,
            @Nullable String afterId,
            int limit) {
        Criteria criteria = where("postId").in(postIds);
        Criteria shown = where("status").is(CommentStatus.PUBLISHED);
        if (readerId != null) {
            shown = new Criteria()
                    .orOperator(
                            shown,
                            where("authorId")
                                    .is(readerId)
                                    .and("deletedByAuthor")
                                    .is(false));
        }
        if (afterAt != null && afterId != null) {
            criteria.and("createdAt")
                    .gte(afterAt)
                    .andOperator(
                            shown,
                            new Criteria()
                                    .orOperator(
                                            where("createdAt").gt(afterAt),
                                            where("id").gt(afterId)));
        } else {
            criteria.andOperator(shown);
        }
        return mongo.find(query(criteria).with(OLDEST_FIRST).limit(limit), CommentDocument.class).stream()
                .map(CommentDocument::toComment)
                .toList();
    }

    @Override
    public long countImportedFrom(String origin) {
        return mongo.count(query(where("origin").is(origin)), CommentDocument.class);
    }
}
