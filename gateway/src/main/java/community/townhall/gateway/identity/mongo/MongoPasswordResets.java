/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.PasswordResets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@ConditionalOnBuiltInIdentity
class MongoPasswordResets implements PasswordResets {

    private static final String HASH = "secretHash";

    private final MongoOperations mongo;

    MongoPasswordResets(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(ResetDocument.class).createIndex(new Index(HASH, Sort.Direction.ASC));
    }

    /** @param id the account */
    @Document("passwordResets")
    record ResetDocument(@Id String id, String secretHash, Instant expiresAt) {}

    @Override
    public void put(String accountId, String secret, Instant expiresAt) {
        mongo.upsert(
                query(where("_id").is(accountId)),
                new Update().set(HASH, hash(secret)).set("expiresAt", expiresAt),
                ResetDocument.class);
    }

    @Override
    public Optional<String> accountOf(String secret, Instant now) {
        return Optional.ofNullable(mongo.findOne(query(where(HASH).is(hash(secret))), ResetDocument.class))
                .filter(reset -> now.isBefore(reset.expiresAt()))
                .map(ResetDocument::id);
    }

    @Override
    public boolean spend(String accountId, String secret) {
        return mongo.remove(query(where("_id").is(accountId).and(HASH).is(hash(secret))), ResetDocument.class)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void forget(String accountId) {
        mongo.remove(query(where("_id").is(accountId)), ResetDocument.class);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
