/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.authorization.mongo;

import community.townhall.gateway.ConditionalOnBuiltInIdentity;
import community.townhall.gateway.authorization.SigningKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Written once: of gateways that start together the first to insert wins, and the others use its key. */
@Repository
@ConditionalOnBuiltInIdentity
class MongoSigningKeys implements SigningKeys {

    private static final String THE_KEY = "access-tokens";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoSigningKeys(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Document("signingKeys")
    record SigningKeyDocument(@Id String id, String jwk, Instant createdAt) {}

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(mongo.findById(THE_KEY, SigningKeyDocument.class))
                .map(SigningKeyDocument::jwk);
    }

    @Override
    public String keepUnlessThereIsOne(String key) {
        try {
            mongo.insert(new SigningKeyDocument(THE_KEY, key, clock.instant()));
            return key;
        } catch (DuplicateKeyException quicker) {
            return current().orElseThrow();
        }
    }
}
