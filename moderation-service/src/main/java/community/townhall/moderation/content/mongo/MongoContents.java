/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.kit.outbox.Aggregates;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.ContentEvent;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Standing;
import community.townhall.moderation.content.SubjectType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Contents in the collection {@code contents}. */
final class MongoContents implements Contents {

    private static final String UNDER = "under";

    private final Aggregates<ContentDocument, ContentEvent> contents;
    private final MongoOperations mongo;

    MongoContents(Aggregates<ContentDocument, ContentEvent> contents, MongoOperations mongo) {
        this.contents = contents;
        this.mongo = mongo;
        var indexes = mongo.indexOps(ContentDocument.class);
        indexes.createIndex(new Index("authorId", Sort.Direction.ASC)
                .on("standing", Sort.Direction.ASC)
                .on("type", Sort.Direction.ASC)
                .named("author-standing"));
        indexes.createIndex(new Index(UNDER, Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC)
                .named(UNDER));
    }

    @Override
    public Optional<Content> find(String id) {
        return contents.find(id).map(ContentDocument::toContent);
    }

    @Override
    public List<Below> below(String id, @Nullable String after, int limit) {
        Criteria below = where(UNDER).is(id);
        Query page = query(after == null ? below : below.and("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(limit);
        page.fields().include("_id", "type");
        return mongo.find(page, org.bson.Document.class, mongo.getCollectionName(ContentDocument.class)).stream()
                .map(found -> new Below(found.getString("_id"), new SubjectType(found.getString("type"))))
                .toList();
    }

    @Override
    public boolean insert(Content.Change change, Instant at) {
        try {
            contents.insert(ContentDocument.of(change.content()), change.events(), at);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void update(Content.Change change, Instant at) {
        contents.update(ContentDocument.of(change.content()), change.events(), at);
    }

    @Override
    public Set<String> thoseBy(String authorId, Collection<String> ids) {
        return ids(query(where("_id").in(ids).and("authorId").is(authorId)));
    }

    @Override
    public Set<String> deletedAmong(Collection<String> ids) {
        return ids(query(where("_id").in(ids).and("deletedAt").ne(null)));
    }

    private Set<String> ids(Query wanted) {
        wanted.fields().include("_id");
        return mongo.find(wanted, org.bson.Document.class, mongo.getCollectionName(ContentDocument.class)).stream()
                .map(found -> found.getString("_id"))
                .collect(Collectors.toSet());
    }

    @Override
    public int approvedPostsBy(String authorId, int atMost) {
        Query approved = query(where("authorId")
                        .is(authorId)
                        .and("standing")
                        .is(Standing.APPROVED)
                        .and("type")
                        .is(SubjectType.POST.name()))
                .limit(atMost);
        return (int) mongo.count(approved, ContentDocument.class);
    }
}
