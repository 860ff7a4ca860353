/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.entitlement.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceTest;
import community.townhall.rewards.entitlement.Acceptances;
import community.townhall.rewards.entitlement.Merit;
import community.townhall.rewards.entitlement.SettleEntitlements;
import community.townhall.rewards.entitlement.Unsettled;
import community.townhall.rewards.ledger.Claim;
import community.townhall.rewards.ledger.Entries;
import community.townhall.rewards.ledger.Entry;
import community.townhall.rewards.ledger.Ledger;
import community.townhall.rewards.ledger.Terms;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** What the release before kept of content, votes and acceptances. */
@ServiceTest
class MeritsFromEvidenceTest {

    private static final Instant THEN = Instant.parse("2026-03-12T10:00:00Z");

    /** So that what waits waits until it was moved: the service that the test runs in has a sweep of its own. */
    private static final Instant NOT_YET = Instant.parse("2126-03-12T10:00:00Z");

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private SettleEntitlements settle;

    @Autowired
    private Unsettled unsettled;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Entries entries;

    private final String asker = "asker-" + Ids.next();
    private final String bob = "bob-" + Ids.next();
    private final String cy = "cy-" + Ids.next();
    private final String question = Ids.next();
    private final String answer = Ids.next();
    private final String rejected = Ids.next();
    private final String comment = Ids.next();

    @Test
    void what_was_known_goes_on_counting_and_what_waited_is_settled() {
        storeContent(question, "POST", asker, null);
        storeContent(answer, "ANSWER", bob, question);
        storeContent(rejected, "ANSWER", cy, question);
        storeContent(comment, "COMMENT", bob, null);
        storeVote(answer, asker, 1, true);
        storeVote(answer, cy, 2, false);
        storeVote(comment, cy, 1, true);
        store(
                "acceptances",
                new Document("_id", question)
                        .append("version", 7L)
                        .append("askerId", asker)
                        .append("answerId", answer)
                        .append("at", Date.from(THEN)));
        ledger.bring(new Claim(cy, "answer-accepted", rejected), true, THEN, () -> new Terms(15, null, 1));
        store(
                "unsettled",
                new Document("_id", "ANSWERER:" + rejected)
                        .append("kind", "ANSWERER")
                        .append("of", rejected)
                        .append("due", Date.from(NOT_YET))
                        .append("latest", Date.from(NOT_YET))
                        .append("since", "then"));

        new MeritsFromEvidence(mongo).move();
        new MeritsFromEvidence(mongo).move(); // whoever was interrupted begins again

        assertThat(List.of("content", "votes", "acceptances")).noneMatch(mongo::collectionExists);
        mongo.getCollection("unsettled")
                .updateOne(
                        new Document("_id", Acceptances.acceptanceOf(rejected)),
                        new Document("$set", new Document("due", Date.from(THEN))));
        await().untilAsserted(
                        () -> assertThat(balance(cy)).as("accepted no more").isZero());
        tellAnew(question, Merit.Kind.POST, asker);
        tellAnew(answer, Merit.Kind.ANSWER, bob);
        tellAnew(comment, Merit.Kind.COMMENT, bob);
        await().untilAsserted(() -> {
            assertThat(balance(asker))
                    .as("question, vote given, answer accepted")
                    .isEqualTo(5 + 1 + 2);
            assertThat(balance(bob))
                    .as("answer, vote, acceptance; comment, vote")
                    .isEqualTo(10 + 10 + 15 + 1 + 1);
            assertThat(balance(cy)).as("vote on the comment").isEqualTo(1);
        });

        settle.after(Merit.writing(Merit.Kind.ANSWER, answer, 3, bob, false, THEN));
        Acceptances.merits(question, 6, asker, rejected, answer, THEN).forEach(settle::after); // late

        await().untilAsserted(() -> {
            assertThat(balance(asker)).isEqualTo(5);
            assertThat(balance(bob)).isEqualTo(1 + 1);
            assertThat(unsettled.waiting()).isZero();
        });
    }

    private void tellAnew(String id, Merit.Kind kind, String author) {
        settle.after(Merit.writing(kind, id, 2, author, true, THEN));
    }

    private void storeContent(String id, String kind, String author, @Nullable String questionId) {
        store(
                "content",
                new Document("_id", id)
                        .append("version", 1L)
                        .append("kind", kind)
                        .append("authorId", author)
                        .append("questionId", questionId)
                        .append("visible", true)
                        .append("publishedAt", Date.from(THEN)));
    }

    private void storeVote(String target, String member, long version, boolean up) {
        store(
                "votes",
                new Document("_id", Ids.next())
                        .append("version", version)
                        .append("targetId", target)
                        .append("memberId", member)
                        .append("up", up)
                        .append("at", Date.from(THEN)));
    }

    private void store(String collection, Document document) {
        mongo.getCollection(collection).insertOne(document);
    }

    private long balance(String member) {
        return entries.last(member).map(Entry::balance).orElse(0L);
    }
}
