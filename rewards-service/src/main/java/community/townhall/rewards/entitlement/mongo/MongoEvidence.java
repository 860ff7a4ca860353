/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import community.townhall.kit.mongo.BatchedReads;
import community.townhall.kit.mongo.Batches;
import community.townhall.kit.mongo.Views;
import community.townhall.rewards.entitlement.Acceptance;
import community.townhall.rewards.entitlement.Content;
import community.townhall.rewards.entitlement.Evidence;
import community.townhall.rewards.entitlement.Vote;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.AcceptanceDocument;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.ContentDocument;
import community.townhall.rewards.entitlement.mongo.EvidenceDocuments.VoteDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoEvidence implements Evidence {

    private final MongoOperations mongo;
    private final Views views;
    private final BatchedReads<ContentDocument> contents;
    private final BatchedReads<VoteDocument> votes;
    private final BatchedReads<AcceptanceDocument> acceptances;
    private final Batches<String, List<String>> upVotes = new Batches<>(this::upVotesOnEach);

    MongoEvidence(MongoOperations mongo, Views views) {
        this.mongo = mongo;
        this.views = views;
        this.contents = new BatchedReads<>(mongo, ContentDocument.class);
        this.votes = new BatchedReads<>(mongo, VoteDocument.class);
        this.acceptances = new BatchedReads<>(mongo, AcceptanceDocument.class);
        mongo.indexOps(VoteDocument.class)
                .createIndex(new Index("targetId", Sort.Direction.ASC)
                        .on("up", Sort.Direction.ASC)
                        .named("target"));
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
    public List<String> upVotesOn(String contentId) {
        return upVotes.perform(contentId);
    }

    private List<List<String>> upVotesOnEach(List<String> contentIds) {
        Query query = Query.query(where("targetId").in(contentIds).and("up").is(true));
        Map<String, List<String>> votesOn = mongo.find(query, VoteDocument.class).stream()
                .collect(groupingBy(VoteDocument::targetId, mapping(VoteDocument::id, toList())));
        return contentIds.stream()
                .map(contentId -> votesOn.getOrDefault(contentId, List.of()))
                .toList();
    }
}
