/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.Views;
import community.townhall.rewards.entitlement.Acceptance;
import community.townhall.rewards.entitlement.Content;
import community.townhall.rewards.entitlement.Evidence;
import community.townhall.rewards.entitlement.Vote;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.AcceptanceDocument;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.ContentDocument;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.VoteDocument;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoEvidence implements Evidence {

    private final MongoOperations mongo;
    private final Views views;
    private final BatchedReads<ContentDocument> contents;
    private final BatchedReads<VoteDocument> votes;
    private final BatchedReads<AcceptanceDocument> acceptances;

    MongoEvidence(MongoOperations mongo, Views views) {
        this.mongo = mongo;
        this.views = views;
        this.contents = new BatchedReads<>(mongo, ContentDocument.class);
        this.votes = new BatchedReads<>(mongo, VoteDocument.class);
        this.acceptances = new BatchedReads<>(mongo, AcceptanceDocument.class);
        mongo.indexOps(VoteDocument.class)
                .createIndex(new Index("targetId", Sort.Direction.ASC)
                        .on("up", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("page"));
    }

    @Override
    public boolean learn(Content content) {
        return views.saveIfNewer(ContentDocument.of(content));
    }

    @Override
    public boolean learn(Vote vote) {
        return views.saveIfNewer(VoteDocument.of(vote));
    }

    @Override
    public void learn(Acceptance acceptance) {
        views.saveIfNewer(AcceptanceDocument.of(acceptance));
    }

    @Override
    public Optional<Content> content(String id) {
        return contents.find(id).map(ContentDocument::toContent);
    }

    @Override
    public Optional<Vote> vote(String id) {
        return votes.find(id).map(VoteDocument::toVote);
    }

    @Override
    public Optional<Acceptance> acceptance(String questionId) {
        return acceptances.find(questionId).map(AcceptanceDocument::toAcceptance);
    }

    @Override
    public List<String> upVotesOn(String contentId, @Nullable String after, int limit) {
        Criteria criteria = where("targetId").is(contentId).and("up").is(true);
        if (after != null) {
            criteria.and("_id").gt(after);
        }
        Query page =
                Query.query(criteria).with(Sort.by(Sort.Direction.ASC, "_id")).limit(limit);
        page.fields().include("_id"); // from the index alone
        return mongo.find(page, Document.class, mongo.getCollectionName(VoteDocument.class)).stream()
                .map(vote -> vote.getString("_id"))
                .toList();
    }
}
