/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.identity.PasswordResets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param id the account, and the way where it is not an operator's
     * @param accountId absent in what was stored when operators alone gave links
     */
    @Document("passwordResets")
    record ResetDocument(@Id String id, @Nullable String accountId, String secretHash, Instant expiresAt) {

        String account() {
            return accountId == null ? id : accountId;
        }
    }

    @Override
    public void put(String accountId, By by, String secret, Instant expiresAt) {
        mongo.upsert(
                query(where("_id").is(id(accountId, by))),
                new Update()
                        .set("accountId", accountId)
                        .set(HASH, SecretHash.of(secret))
                        .set("expiresAt", expiresAt),
                ResetDocument.class);
    }

    @Override
    public Optional<String> accountOf(String secret, Instant now) {
        return Optional.ofNullable(mongo.findOne(query(where(HASH).is(SecretHash.of(secret))), ResetDocument.class))
                .filter(reset -> now.isBefore(reset.expiresAt()))
                .map(ResetDocument::account);
    }

    @Override
    public boolean spend(String accountId, String secret) {
        return mongo.remove(
                                query(where("_id").in(ids(accountId)).and(HASH).is(SecretHash.of(secret))),
                                ResetDocument.class)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void forget(String accountId) {
        mongo.remove(query(where("_id").in(ids(accountId))), ResetDocument.class);
    }

    private static List<String> ids(String accountId) {
        return Arrays.stream(By.values()).map(by -> id(accountId, by)).toList();
    }

    private static String id(String accountId, By by) {
        return switch (by) {
            case OPERATOR -> accountId;
            case MAIL -> accountId + "/mail";
        };
    }
}
