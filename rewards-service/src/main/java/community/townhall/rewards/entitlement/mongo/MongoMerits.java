/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.Migrations;
import community.townhall.kit.mongo.Views;
import community.townhall.rewards.entitlement.Merit;
import community.townhall.rewards.entitlement.Merits;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoMerits implements Merits {

    private static final String ID = "_id";

    private final MongoOperations mongo;
    private final Views views;
    private final BatchedReads<MeritDocument> reads;

    MongoMerits(MongoOperations mongo, Views views, Migrations migrations) {
        this.mongo = mongo;
        this.views = views;
        this.reads = new BatchedReads<>(mongo, MeritDocument.class);
        mongo.indexOps(MeritDocument.class)
                .createIndex(new Index(MeritDocument.ABOUT, Sort.Direction.ASC)
                        .on(MeritDocument.STANDS, Sort.Direction.ASC)
                        .on(ID, Sort.Direction.ASC)
                        .named("page"));
        migrations.once("merits", new MeritsFromEvidence(mongo)::move);
    }

    @Override
    public boolean learn(Merit merit) {
        return views.saveIfNewer(MeritDocument.of(merit));
    }

    @Override
    public List<Merit> find(Collection<String> ids) {
        return reads.find(ids).stream().map(MeritDocument::toMerit).toList();
    }

    @Override
    public List<String> standingAbout(String contentId, @Nullable String after, int limit) {
        Criteria criteria = where(MeritDocument.ABOUT)
                .is(contentId)
                .and(MeritDocument.STANDS)
                .is(true);
        if (after != null) {
            criteria.and(ID).gt(after);
        }
        Query page = Query.query(criteria).with(Sort.by(Sort.Direction.ASC, ID)).limit(limit);
        page.fields().include(ID);
        return mongo.find(page, Document.class, MeritDocument.COLLECTION).stream()
                .map(merit -> merit.getString(ID))
                .toList();
    }
}
