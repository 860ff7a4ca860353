/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.authorization.VoidTokens;
import community.townhall.kit.security.Revocations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** A document for each token and each member; there are few, for no token lives for longer than an hour. */
@Repository
class MongoVoidTokens implements VoidTokens {

    private static final String EXPIRY = "expiresAt";
    private static final String LAST = "lastMs";
    private static final Duration LONGEST_LIFE_OF_A_TOKEN = Duration.ofHours(2);

    private final MongoOperations mongo;
    private final Clock clock;

    MongoVoidTokens(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(VoidTokenDocument.class).createIndex(new Index(EXPIRY, Sort.Direction.ASC));
    }

    /** @param lastMs of a member, up to when its tokens are void; absent where the id is a token's */
    @Document("voidTokens")
    record VoidTokenDocument(@Id String id, @Nullable Long lastMs, Instant expiresAt) {}

    @Override
    public void add(String tokenId, Instant expiresAt) {
        put(Revocations.hash(tokenId), new Update().set(EXPIRY, expiresAt));
    }

    @Override
    public void addAllOf(String memberId) {
        Instant now = clock.instant();
        put(
                Revocations.hash(memberId),
                new Update().max(LAST, now.toEpochMilli()).set(EXPIRY, now.plus(LONGEST_LIFE_OF_A_TOKEN)));
    }

    private void put(String id, Update update) {
        mongo.upsert(query(where("_id").is(id)), update, VoidTokenDocument.class);
    }

    @Override
    public Revocations list() {
        List<VoidTokenDocument> all = mongo.findAll(VoidTokenDocument.class);
        Set<String> tokens = all.stream()
                .filter(one -> one.lastMs() == null)
                .map(VoidTokenDocument::id)
                .collect(Collectors.toSet());
        Map<String, Long> members = all.stream()
                .filter(one -> one.lastMs() != null)
                .collect(Collectors.toMap(VoidTokenDocument::id, one -> one.lastMs() == null ? 0L : one.lastMs()));
        return new Revocations(tokens, members);
    }

    @Override
    public void sweep() {
        mongo.remove(query(where(EXPIRY).lte(clock.instant())), VoidTokenDocument.class);
    }
}
