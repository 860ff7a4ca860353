/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.content.reading.mongo;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import community.townhall.content.figures.Figures;
import community.townhall.content.post.PostStatus;
import community.townhall.content.reading.PostListing;
import community.townhall.content.reading.PostReading;
import community.townhall.content.reading.PostReadings;
import community.townhall.content.topic.TopicPosts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/**
 * Reads posts together with the figures that stand in their documents. Every list is read off one index: some fields
 * that are equal, then the rank.
 */
@Repository
class MongoPostReadings implements PostReadings, TopicPosts {

    private static final String POSTS = "posts";
    private static final Bson WITHOUT_TEXTS = Projections.exclude("text.body", "proposal", "outbox", "ruling.reasons");
    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");

    private final MongoOperations mongo;

    MongoPostReadings(MongoOperations mongo) {
        this.mongo = mongo;
        index("answers", "questionId", "status");
        index("latest", "listed", "latest");
        index("topic-latest", "topics", "listed", "latest");
        index("hot", "listed", "hot");
        index("topic-hot", "topics", "listed", "hot");
        index("unanswered", "listed", "unanswered", "latest");
        index("topic-unanswered", "topics", "listed", "unanswered", "latest");
        index("published-by", "authorId", "status", "latest");
        index("kept-by", "authorId", "withdrawn", "written");
        index("written-as", "authorId", "status", "written");
    }

    private void index(String name, String... fields) {
        Index index = new Index().named(name);
        for (String field : fields) {
            index.on(field, Sort.Direction.ASC);
        }
        mongo.indexOps(POSTS).createIndex(index);
    }

    @Override
    public Optional<PostReading> find(String id) {
        @Nullable
        Document found = mongo.execute(
                POSTS,
                posts -> posts.find(Filters.eq("_id", id))
                        .projection(WITHOUT_OUTBOX)
                        .first());
        return Optional.ofNullable(found)
                .map(post -> shown(List.of(reading(post))).getFirst());
    }

    @Override
    public Set<String> publishedAmong(Collection<String> ids) {
        Bson published = Filters.and(Filters.in("_id", ids), Filters.eq("status", PostStatus.PUBLISHED.name()));
        return query(published, null, Projections.include("_id"), 0).stream()
                .map(post -> Objects.requireNonNull(post.getString("_id")))
                .collect(Collectors.toSet());
    }

    @Override
    public List<PostReading> answersOf(String questionId) {
        return query(Filters.eq("questionId", questionId), null, WITHOUT_TEXTS, MOST_ANSWERS).stream()
                .map(this::reading)
                .toList();
    }

    @Override
    public List<PostReading> findAll(Collection<String> ids) {
        return query(Filters.in("_id", ids), null, WITHOUT_OUTBOX, 0).stream()
                .map(this::reading)
                .toList();
    }

    @Override
    public List<ListedPost> list(PostListing listing, @Nullable String after, int limit) {
        String rank = rankOf(listing);
        List<Bson> conditions = new ArrayList<>(conditions(listing));
        conditions.add(
                after == null ? Filters.gt(rank, "") : Filters.and(Filters.gt(rank, ""), Filters.lt(rank, after)));
        List<Document> found = query(Filters.and(conditions), Sorts.descending(rank), WITHOUT_TEXTS, limit);
        List<PostReading> readings = shown(found.stream().map(this::reading).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new ListedPost(
                        readings.get(i), Objects.requireNonNull(found.get(i).getString(rank))))
                .toList();
    }

    private static String rankOf(PostListing listing) {
        return switch (listing) {
            case PostListing.Hot hot -> "hot";
            case PostListing.WrittenBy own -> "written";
            case PostListing.Latest latest -> "latest";
            case PostListing.Unanswered unanswered -> "latest";
            case PostListing.PublishedBy published -> "latest";
        };
    }

    private static List<Bson> conditions(PostListing listing) {
        return switch (listing) {
            case PostListing.Latest(String topic) -> listed(topic);
            case PostListing.Hot(String topic) -> listed(topic);
            case PostListing.Unanswered(String topic) -> {
                List<Bson> conditions = listed(topic);
                conditions.add(Filters.eq("unanswered", true));
                yield conditions;
            }
            case PostListing.PublishedBy(String memberId) ->
                List.of(Filters.eq("authorId", memberId), Filters.eq("status", PostStatus.PUBLISHED.name()));
            case PostListing.WrittenBy(String memberId, PostStatus status) ->
                List.of(
                        Filters.eq("authorId", memberId),
                        status == null ? Filters.eq("withdrawn", false) : Filters.eq("status", status.name()));
        };
    }

    private static List<Bson> listed(@Nullable String topic) {
        List<Bson> conditions = new ArrayList<>();
        if (topic != null) {
            conditions.add(Filters.eq("topics", topic));
        }
        conditions.add(Filters.eq("listed", true));
        return conditions;
    }

    @Override
    public Map<String, Long> countByTopic() {
        Map<String, Long> counts = new HashMap<>();
        mongo.execute(POSTS, posts -> {
            posts.aggregate(List.of(
                            Aggregates.match(Filters.eq("listed", true)),
                            Aggregates.project(Projections.include("topics")),
                            Aggregates.unwind("$topics"),
                            Aggregates.group("$topics", Accumulators.sum("posts", 1))))
                    .forEach(group ->
                            counts.put(Objects.requireNonNull(group.getString("_id")), number(group, "posts")));
            return null;
        });
        return counts;
    }

    private List<Document> query(Bson filter, @Nullable Bson sort, Bson fields, int limit) {
        List<Document> found = mongo.execute(
                POSTS,
                posts -> posts.find(filter)
                        .sort(sort)
                        .projection(fields)
                        .limit(limit)
                        .into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }

    private PostReading reading(Document found) {
        Document text = found.get("text", new Document());
        text.putIfAbsent("body", "");
        Document ruling = found.get("ruling", new Document());
        ruling.putIfAbsent("reasons", List.of());
        StoredPost post = mongo.getConverter().read(StoredPost.class, found);
        Document figures = found.get("figures", new Document());
        return new PostReading(
                post.toPost(),
                new Figures(
                        number(figures, "score"),
                        number(figures, "up"),
                        number(figures, "down"),
                        number(figures, "comments"),
                        number(found, "answers")),
                post.excerpt());
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
