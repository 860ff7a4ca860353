/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import community.townhall.rewards.ledger.Audits;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoAudits implements Audits {

    private final MongoOperations mongo;

    MongoAudits(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Progress> load() {
        return Optional.ofNullable(mongo.findById(AuditDocument.ONE, AuditDocument.class))
                .map(AuditDocument::toProgress);
    }

    @Override
    public boolean save(Progress progress) {
        AuditDocument next = AuditDocument.of(progress);
        if (progress.version() == 0) {
            try {
                mongo.insert(next);
                return true;
            } catch (DuplicateKeyException e) {
                return false;
            }
        }
        Update update = new Update()
                .set("number", next.number())
                .set("latest", next.latest())
                .set("begun", next.begun());
        if (next.anew() == null) {
            update.unset("anew");
        } else {
            update.set("anew", next.anew());
        }
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(AuditDocument.ONE)
                                        .and("number")
                                        .is(progress.version())),
                                update,
                                AuditDocument.class)
                        .getMatchedCount()
                == 1;
    }
}
