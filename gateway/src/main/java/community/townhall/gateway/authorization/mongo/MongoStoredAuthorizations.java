/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.authorization.StoredAuthorizations;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * A token's hash leads to its authorization by a document of its own: both are found by their ids. What points to nothing
 * is harmless, so the pointers are written first.
 */
@Repository
@ConditionalOnBuiltInIdentity
class MongoStoredAuthorizations implements StoredAuthorizations {

    private static final String EXPIRY = "expiresAt";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoStoredAuthorizations(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(AuthorizationDocument.class).createIndex(new Index(EXPIRY, Sort.Direction.ASC));
        mongo.indexOps(TokenDocument.class).createIndex(new Index(EXPIRY, Sort.Direction.ASC));
    }

    @Document("authorizations")
    record AuthorizationDocument(@Id String id, byte[] content, Instant expiresAt) {}

    @Document("authorizationTokens")
    record TokenDocument(@Id String hash, String authorization, Instant expiresAt) {}

    @Override
    public Optional<byte[]> withId(String id) {
        return Optional.ofNullable(mongo.findById(id, AuthorizationDocument.class))
                .filter(found -> found.expiresAt().isAfter(clock.instant()))
                .map(AuthorizationDocument::content);
    }

    @Override
    public Optional<byte[]> withToken(String hash) {
        return Optional.ofNullable(mongo.findById(hash, TokenDocument.class))
                .flatMap(token -> withId(token.authorization()));
    }

    @Override
    public void put(String id, byte[] authorization, Set<String> hashes, Instant expiresAt) {
        for (String hash : hashes) {
            mongo.upsert(
                    query(where("_id").is(hash)),
                    new Update().set("authorization", id).set(EXPIRY, expiresAt),
                    TokenDocument.class);
        }
        mongo.upsert(
                query(where("_id").is(id)),
                new Update().set("content", authorization).set(EXPIRY, expiresAt),
                AuthorizationDocument.class);
    }

    @Override
    public void remove(String id) {
        mongo.remove(query(where("_id").is(id)), AuthorizationDocument.class);
    }

    @Override
    public void sweep() {
        mongo.remove(query(where(EXPIRY).lte(clock.instant())), TokenDocument.class);
        mongo.remove(query(where(EXPIRY).lte(clock.instant())), AuthorizationDocument.class);
    }
}
