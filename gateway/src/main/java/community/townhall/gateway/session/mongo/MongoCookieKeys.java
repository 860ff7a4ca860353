/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.gateway.session.mongo;

import community.townhall.gateway.session.CookieKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;

/** Written once: of gateways that start together the first to insert wins, and the others use its key. */
@Repository
class MongoCookieKeys implements CookieKeys {

    private static final String THE_KEY = "cookies";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoCookieKeys(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Document("cookieKeys")
    record CookieKeyDocument(@Id String id, byte[] key, Instant createdAt) {}

    @Override
    public byte[] currentOr(byte[] fresh) {
        @Nullable CookieKeyDocument there = mongo.findById(THE_KEY, CookieKeyDocument.class);
        if (there != null) {
            return there.key();
        }
        try {
            mongo.insert(new CookieKeyDocument(THE_KEY, fresh, clock.instant()));
            return fresh;
        } catch (DuplicateKeyException quicker) {
            return Objects.requireNonNull(mongo.findById(THE_KEY, CookieKeyDocument.class))
                    .key();
        }
    }
}
