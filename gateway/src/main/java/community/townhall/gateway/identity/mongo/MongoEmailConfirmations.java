/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.identity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.Expiring;
import community.townhall.gateway.identity.Email;
import community.townhall.gateway.identity.EmailConfirmations;
import java.time.Clock;
import java.time.Instant;
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
class MongoEmailConfirmations implements EmailConfirmations, Expiring {

    private static final String EMAIL = "email";
    private static final String HASH = "secretHash";
    private static final String EXPIRES = "expiresAt";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoEmailConfirmations(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(ConfirmationDocument.class).createIndex(new Index(HASH, Sort.Direction.ASC));
        mongo.indexOps(ConfirmationDocument.class).createIndex(new Index(EXPIRES, Sort.Direction.ASC));
    }

    /**
     * @param id the account
     * @param secretHash absent until the letter is written
     */
    @Document("emailConfirmations")
    record ConfirmationDocument(
            @Id String id, String email, @Nullable String secretHash, Instant expiresAt) {}

    @Override
    public void put(String accountId, Email email, Instant expiresAt) {
        mongo.upsert(
                query(where("_id").is(accountId)),
                new Update().set(EMAIL, email.value()).set(EXPIRES, expiresAt).unset(HASH),
                ConfirmationDocument.class);
    }

    @Override
    public Optional<Email> of(String accountId, Instant now) {
        return Optional.ofNullable(mongo.findById(accountId, ConfirmationDocument.class))
                .filter(found -> now.isBefore(found.expiresAt()))
                .map(found -> new Email(found.email()));
    }

    @Override
    public boolean seal(String accountId, Email email, String secret) {
        return mongo.updateFirst(
                                query(where("_id").is(accountId).and(EMAIL).is(email.value())),
                                new Update().set(HASH, SecretHash.of(secret)),
                                ConfirmationDocument.class)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Optional<Waiting> with(String secret, Instant now) {
        return Optional.ofNullable(
                        mongo.findOne(query(where(HASH).is(SecretHash.of(secret))), ConfirmationDocument.class))
                .filter(found -> now.isBefore(found.expiresAt()))
                .map(found -> new Waiting(found.id(), new Email(found.email())));
    }

    @Override
    public boolean spend(Waiting waiting, String secret) {
        return mongo.remove(
                                query(where("_id")
                                        .is(waiting.accountId())
                                        .and(HASH)
                                        .is(SecretHash.of(secret))),
                                ConfirmationDocument.class)
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void forget(String accountId) {
        mongo.remove(query(where("_id").is(accountId)), ConfirmationDocument.class);
    }

    @Override
    public void sweep() {
        mongo.remove(query(where(EXPIRES).lt(clock.instant())), ConfirmationDocument.class);
    }
}
