/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import community.townhall.kit.mongo.MappedFields;
import community.townhall.rewards.entitlement.Acceptances;
import community.townhall.rewards.entitlement.Merit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Makes merits of the content, the votes and the acceptances that an earlier release kept in collections of their own, and
 * lets what waits there wait here.
 */
final class MeritsFromEvidence {

    private static final int AT_ONCE = 1_000;
    private static final int DUPLICATE_KEY = 11_000;
    private static final String ID = "_id";
    private static final String CONTENT = "content";
    private static final String VOTES = "votes";
    private static final String ACCEPTANCES = "acceptances";
    private static final String UNSETTLED = "unsettled";

    private final MongoOperations mongo;
    private final MappedFields fields;

    MeritsFromEvidence(MongoOperations mongo) {
        this.mongo = mongo;
        this.fields = MappedFields.of(mongo.getConverter(), MeritDocument.class);
    }

    void move() {
        inPages(CONTENT, page -> page.stream().map(MeritsFromEvidence::writing).toList());
        inPages(VOTES, this::votes);
        inPages(
                ACCEPTANCES,
                page -> page.stream()
                        .flatMap(each -> acceptance(each, each.getString("answerId")))
                        .toList());
        settleUnderNewNames();
        Stream.of(CONTENT, VOTES, ACCEPTANCES).filter(mongo::collectionExists).forEach(mongo::dropCollection);
    }

    private static Merit writing(Document content) {
        return Merit.writing(
                Merit.Kind.valueOf(content.getString("kind")),
                content.getString(ID),
                version(content),
                content.getString("authorId"),
                content.getBoolean("visible"),
                time(content, "publishedAt"));
    }

    private List<Merit> votes(List<Document> page) {
        Set<String> comments = new HashSet<>();
        call(
                CONTENT,
                content -> content.find(Filters.and(
                                Filters.in(
                                        ID,
                                        page.stream()
                                                .map(vote -> vote.getString("targetId"))
                                                .distinct()
                                                .toList()),
                                Filters.eq("kind", Merit.Kind.COMMENT.name())))
                        .map(comment -> comment.getString(ID))
                        .into(comments));
        return page.stream()
                .map(vote -> new Merit(
                        vote.getString(ID),
                        comments.contains(vote.getString("targetId")) ? Merit.Kind.COMMENT_UPVOTE : Merit.Kind.UPVOTE,
                        version(vote),
                        vote.getString(ID),
                        vote.getString("memberId"),
                        vote.getBoolean("pseudonymous", false),
                        List.of(vote.getString("targetId")),
                        vote.getBoolean("up"),
                        time(vote, "at")))
                .toList();
    }

    private static Stream<Merit> acceptance(Document acceptance, @Nullable String answerId) {
        return Acceptances.merits(
                acceptance.getString(ID),
                version(acceptance),
                acceptance.getString("askerId"),
                answerId,
                null,
                time(acceptance, "at"))
                .stream();
    }

    /** What waits to be settled was named after a kind of matter. */
    private void settleUnderNewNames() {
        for (Document waiting :
                call(UNSETTLED, all -> all.find(Filters.exists("kind")).into(new ArrayList<>()))) {
            String of = waiting.getString("of");
            String merit = switch (waiting.getString("kind")) {
                case "ANSWERER" -> Acceptances.acceptanceOf(of);
                case "ASKER" -> Acceptances.resolutionOf(of);
                default -> of;
            };
            if (merit.equals(Acceptances.acceptanceOf(of))) {
                keepWithdrawn(of);
            }
            Document renamed = new Document(waiting).append(ID, merit);
            renamed.keySet().removeAll(List.of("kind", "of"));
            insertEach(UNSETTLED, List.of(renamed));
            call(UNSETTLED, all -> all.deleteOne(Filters.eq(ID, waiting.get(ID))));
        }
    }

    /** An answer that is accepted no more, and whose points are still to be taken back. */
    private void keepWithdrawn(String answerId) {
        Document answer = byId(CONTENT, answerId);
        Document acceptance = answer == null || answer.getString("questionId") == null
                ? null
                : byId(ACCEPTANCES, answer.getString("questionId"));
        if (acceptance != null && !Objects.equals(acceptance.getString("answerId"), answerId)) {
            insert(Acceptances.merits(
                    acceptance.getString(ID),
                    version(acceptance),
                    acceptance.getString("askerId"),
                    null,
                    answerId,
                    time(acceptance, "at")));
        }
    }

    private @Nullable Document byId(String collection, String id) {
        return mongo.findById(id, Document.class, collection);
    }

    private void inPages(String collection, Function<List<Document>, List<Merit>> merits) {
        List<Document> page = new ArrayList<>();
        call(collection, stored -> {
            for (Document each : stored.find().batchSize(AT_ONCE)) {
                page.add(each);
                if (page.size() == AT_ONCE) {
                    insert(merits.apply(page));
                    page.clear();
                }
            }
            return true;
        });
        insert(merits.apply(page));
    }

    private void insert(List<Merit> merits) {
        insertEach(
                MeritDocument.COLLECTION,
                merits.stream().map(MeritDocument::of).map(fields::toBson).toList());
    }

    /** Those that are there already are let be. */
    private void insertEach(String collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        call(collection, all -> {
            try {
                return all.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw e;
                }
                return e.getWriteResult();
            }
        });
    }

    private static long version(Document document) {
        return document.get("version", Number.class).longValue();
    }

    private static Instant time(Document document, String field) {
        return document.get(field, Date.class).toInstant();
    }

    private <R> R call(String collection, Function<MongoCollection<Document>, R> work) {
        return Objects.requireNonNull(mongo.execute(collection, work::apply));
    }
}
