/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.acts;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The acts there were, by id: ids are ordered by time. Nothing is ever taken out. */
final class OperatorActs {

    private final MongoOperations mongo;

    OperatorActs(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Before it is carried out: what cannot be kept is not done. */
    void begin(OperatorAct act) {
        mongo.insert(act);
    }

    void end(String id, int status) {
        mongo.updateFirst(query(where("_id").is(id)), Update.update("status", status), OperatorAct.class);
    }

    /** The latest first. @param before the id of the act after the first one wanted */
    List<OperatorAct> list(@Nullable String before, int limit) {
        Query page = before == null ? new Query() : query(where("_id").lt(before));
        return mongo.find(page.with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), OperatorAct.class);
    }
}
