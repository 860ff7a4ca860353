/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.leaderboard.mongo;

import static java.util.Comparator.comparingLong;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import community.townhall.kit.mongo.Batches;
import community.townhall.kit.mongo.BulkWrites;
import community.townhall.rewards.leaderboard.Standing;
import community.townhall.rewards.leaderboard.Standings;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoStandings implements Standings {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoOperations mongo;
    private final Batches<Collection<Standing>, Boolean> raises = new Batches<>(this::raiseAll);

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
        raises.perform(standings);
    }

    /** Of several entries of an account only the newest counts. */
    private List<Boolean> raiseAll(List<Collection<Standing>> asked) {
        Map<String, Standing> newest = new HashMap<>();
        asked.forEach(standings -> standings.forEach(standing -> newest.merge(
                StandingDocument.idOf(standing), standing, BinaryOperator.maxBy(comparingLong(Standing::sequence)))));
        List<UpdateOneModel<Document>> writes =
                newest.values().stream().map(MongoStandings::raise).toList();
        mongo.execute(StandingDocument.class, target -> BulkWrites.writtenOverLower(target, writes));
        return Collections.nCopies(asked.size(), true);
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
