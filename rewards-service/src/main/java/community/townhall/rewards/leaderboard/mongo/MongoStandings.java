/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import community.townhall.rewards.leaderboard.Standing;
import community.townhall.rewards.leaderboard.Standings;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoStandings implements Standings {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoOperations mongo;

    MongoStandings(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(StandingDocument.class)
                .createIndex(new Index("board", Sort.Direction.ASC)
                        .on("points", Sort.Direction.DESC)
                        .on("member", Sort.Direction.ASC)
                        .named("ranking"));
    }

    @Override
    public void raise(Collection<Standing> standings) {
        List<UpdateOneModel<Document>> raises =
                standings.stream().map(MongoStandings::raise).toList();
        mongo.execute(StandingDocument.class, target -> {
            try {
                return target.bulkWrite(raises, UNORDERED);
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().allMatch(MongoStandings::isNewerThere)
                        && e.getWriteConcernError() == null) {
                    return e.getWriteResult();
                }
                throw e;
            }
        });
    }

    private static UpdateOneModel<Document> raise(Standing standing) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", StandingDocument.idOf(standing)), Filters.lt("seq", standing.sequence())),
                Updates.combine(
                        Updates.setOnInsert("board", standing.board()),
                        Updates.setOnInsert("member", standing.memberId()),
                        Updates.set("points", standing.points()),
                        Updates.set("seq", standing.sequence())),
                UPSERT);
    }

    /** The filter met nothing because what stands is of no earlier entry; the upsert then ran into its id. */
    private static boolean isNewerThere(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    @Override
    public List<Standing> top(String board, int limit) {
        Query query = Query.query(where("board").is(board).and("points").gt(0))
                .with(Sort.by(Sort.Order.desc("points"), Sort.Order.asc("member")))
                .limit(limit);
        return mongo.find(query, StandingDocument.class).stream()
                .map(StandingDocument::toStanding)
                .toList();
    }
}
