/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.moderation.cases.Requests;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Requests in the collection {@code requests}, whose ids are theirs: of two at once with one id, one has it. */
@Component
final class MongoRequests implements Requests {

    @Document("requests")
    private record RequestDocument(@Id String id, String hash, Instant at) {}

    private final MongoOperations mongo;
    private final Clock clock;

    MongoRequests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Claim claim(String id, String hash) {
        while (true) {
            try {
                mongo.insert(new RequestDocument(id, hash, clock.instant()));
                return new Claim(hash, true);
            } catch (DuplicateKeyException e) {
                RequestDocument before = mongo.findById(id, RequestDocument.class);
                if (before != null) { // else it was released a moment ago
                    return new Claim(before.hash(), false);
                }
            }
        }
    }

    @Override
    public void release(String id) {
        mongo.remove(query(where("_id").is(id)), RequestDocument.class);
    }
}
