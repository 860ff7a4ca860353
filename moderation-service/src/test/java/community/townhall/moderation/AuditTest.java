/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.kit.test.ServiceClient.Answer;
import community.townhall.kit.test.TestTokens;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The books of what was done. */
class AuditTest extends AgainstTheService {

    @Test
    void deeds_are_entered_once_and_tampering_is_found() {
        String operator = TestTokens.operator("op");
        String id = comment("A bullshit comment for the books");
        standing(id, 1);
        decide(id, moderator, "APPROVE", version(caseOf(id)));
        standing(id, 2);
        await().until(() -> actionsOn(id).size() >= 3);
        assertThat(actionsOn(id)).containsExactlyInAnyOrder("HELD", "CASE_OPENED", "DECIDED");

        Answer before = get("/audit/verification", operator);
        assertThat(before.body().at("/intact").asBoolean()).isTrue();
        assertThat(get("/audit/verification", moderator).status()).isEqualTo(403);
        assertThat(get("/audit", TestTokens.member("anybody")).status()).isEqualTo(403);
        JsonNode entry = get("/audit?limit=100", moderator)
                .body()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/action").asString().equals("DECIDED")
                        && each.at("/subject").asString().equals(id))
                .findFirst()
                .orElseThrow();
        long sequence = entry.at("/sequence").asLong();

        Document decided = new Document("_id", sequence);
        mongo.getCollection("audit").updateOne(decided, new Document("$set", new Document("actor", "somebody else")));
        Answer after = get("/audit/verification", operator);
        mongo.getCollection("audit")
                .updateOne(
                        decided,
                        new Document(
                                "$set", new Document("actor", entry.at("/actor").asString())));

        assertThat(after.body().at("/intact").asBoolean()).isFalse();
        assertThat(after.body().at("/firstBroken").asLong()).isEqualTo(sequence);
        assertThat(get("/audit/verification", operator).body().at("/intact").asBoolean())
                .isTrue();
    }

    @Test
    void a_cut_end_and_hashes_made_anew_are_found() {
        String operator = TestTokens.operator("op");
        String id = comment("A bullshit comment to be covered up");
        standing(id, 1);
        decide(id, moderator, "APPROVE", version(caseOf(id)));
        standing(id, 2);
        await().until(() -> actionsOn(id).contains("DECIDED"));
        await().untilAsserted(() -> {
            JsonNode found = get("/audit/verification", operator).body();
            assertThat(found.at("/intact").asBoolean()).isTrue();
            assertThat(found.at("/signed").asBoolean()).isTrue();
            assertThat(found.at("/signedUpTo").asLong())
                    .isEqualTo(found.at("/entries").asLong());
        });
        long entries =
                get("/audit/verification", operator).body().at("/entries").asLong();
        Document last = new Document("_id", new Document("$gt", entries - 2));
        List<Document> kept = mongo.getCollection("audit").find(last).into(new java.util.ArrayList<>());

        mongo.getCollection("audit").deleteMany(last);
        JsonNode cut = get("/audit/verification", operator).body();
        mongo.getCollection("audit").insertMany(kept);

        assertThat(cut.at("/intact").asBoolean()).isFalse();
        assertThat(cut.at("/firstBroken").asLong()).isEqualTo(entries - 1);
        assertThat(get("/audit/verification", operator).body().at("/intact").asBoolean())
                .isTrue();
    }

    private List<String> actionsOn(String id) {
        return get("/audit?limit=100", moderator)
                .body()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/subject").asString().equals(id))
                .map(each -> each.at("/action").asString())
                .toList();
    }
}
