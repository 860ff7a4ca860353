/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.session.StoredSession;
import community.townhall.gateway.session.StoredSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** A session is a document, and a request changes only the fields that it touched: requests of one browser overlap. */
@Repository
class MongoStoredSessions implements StoredSessions {

    private static final String ATTRIBUTES = "attributes";
    private static final String MEMBER = "memberId";
    private static final String SEEN = "seenAt";
    private static final String EXPIRY = "expiresAt";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoStoredSessions(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(SessionDocument.class).createIndex(new Index(EXPIRY, Sort.Direction.ASC));
        mongo.indexOps(SessionDocument.class)
                .createIndex(new Index(MEMBER, Sort.Direction.ASC).on(EXPIRY, Sort.Direction.ASC));
    }

    @Document("sessions")
    record SessionDocument(
            @Id String id,
            @Nullable String memberId,
            Map<String, byte[]> attributes,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt) {

        StoredSession session() {
            Map<String, byte[]> named = new HashMap<>();
            attributes.forEach((field, value) -> named.put(field.replace(DOT, '.'), value));
            return new StoredSession(id, memberId, named, createdAt, seenAt, expiresAt);
        }
    }

    /** Stands for the dot, which parts fields from one another. */
    private static final char DOT = '\uFF0E';

    private static String field(String attribute) {
        return attribute.replace('.', DOT);
    }

    @Override
    public Optional<StoredSession> withId(String id) {
        return Optional.ofNullable(mongo.findById(id, SessionDocument.class))
                .filter(found -> found.expiresAt().isAfter(clock.instant()))
                .map(SessionDocument::session);
    }

    @Override
    public List<StoredSession> ofMember(String memberId) {
        return mongo
                .find(query(where(MEMBER).is(memberId).and(EXPIRY).gt(clock.instant())), SessionDocument.class)
                .stream()
                .map(SessionDocument::session)
                .toList();
    }

    @Override
    public void add(StoredSession session) {
        Map<String, byte[]> fields = session.attributes().entrySet().stream()
                .collect(Collectors.toMap(attribute -> field(attribute.getKey()), Map.Entry::getValue));
        mongo.insert(new SessionDocument(
                session.id(), session.memberId(), fields, session.createdAt(), session.seenAt(), session.expiresAt()));
    }

    @Override
    public boolean update(String id, Changes changes) {
        Update update = new Update().set(SEEN, changes.seenAt()).set(EXPIRY, changes.expiresAt());
        if (changes.memberId() != null) {
            update.set(MEMBER, changes.memberId());
        }
        changes.set().forEach((name, value) -> update.set(ATTRIBUTES + "." + field(name), value));
        changes.removed().forEach(name -> update.unset(ATTRIBUTES + "." + field(name)));
        return mongo.updateFirst(query(where("_id").is(id)), update, SessionDocument.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean remove(String id) {
        return mongo.remove(query(where("_id").is(id)), SessionDocument.class).getDeletedCount() == 1;
    }

    @Override
    public void removeAllOf(String memberId, @Nullable String exceptId) {
        Criteria theirs = where(MEMBER).is(memberId);
        mongo.remove(query(exceptId == null ? theirs : theirs.and("_id").ne(exceptId)), SessionDocument.class);
    }

    @Override
    public void sweep() {
        mongo.remove(query(where(EXPIRY).lte(clock.instant())), SessionDocument.class);
    }
}
