/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.IdentityProperties;
import community.townhall.gateway.authorization.SigningKey;
import community.townhall.gateway.authorization.SigningKeys;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Keys in the collection {@code signingKeys}, sealed where a secret for that is set. */
@Repository
@ConditionalOnBuiltInIdentity
class MongoSigningKeys implements SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(MongoSigningKeys.class);

    /** What the first is called since before there could be others. */
    private static final String FIRST = "access-tokens";

    private final MongoOperations mongo;
    private final KeySeal seal;

    MongoSigningKeys(MongoOperations mongo, IdentityProperties properties) {
        this.mongo = mongo;
        this.seal = KeySeal.with(properties.keysSecret());
        if (!seal.isSecret()) {
            log.info("The keys of access tokens are stored unsealed: townhall.identity.keys-secret is not set");
        }
    }

    /** The first of former releases has neither number nor the time from which it signs. */
    @Document("signingKeys")
    record SigningKeyDocument(
            @Id String id,
            @Nullable Integer number,
            String jwk,
            Instant createdAt,
            @Nullable Instant signsFrom) {}

    @Override
    public List<SigningKey> all() {
        return mongo.findAll(SigningKeyDocument.class).stream()
                .map(this::key)
                .sorted(Comparator.comparingInt(SigningKey::number))
                .toList();
    }

    private SigningKey key(SigningKeyDocument stored) {
        return new SigningKey(
                Objects.requireNonNullElse(stored.number(), 1),
                seal.open(stored.jwk()),
                stored.createdAt(),
                Objects.requireNonNullElse(stored.signsFrom(), stored.createdAt()));
    }

    @Override
    public boolean add(SigningKey key) {
        try {
            mongo.insert(new SigningKeyDocument(
                    id(key), key.number(), seal.seal(key.jwk()), key.createdAt(), key.signsFrom()));
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    @Override
    public void remove(SigningKey key) {
        mongo.remove(query(where("_id").is(id(key))), SigningKeyDocument.class);
    }

    private static String id(SigningKey key) {
        return key.number() == 1 ? FIRST : FIRST + "-" + key.number();
    }
}
