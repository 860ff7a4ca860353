/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.PublicationStatus;
import community.townhall.events.StableId;
import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostKind;
import community.townhall.events.content.PostState;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** History from elsewhere, as operators import it. */
class ImportTest extends AgainstTheService {

    @Test
    void what_operators_import_keeps_its_time_and_author_and_is_counted_apart() {
        String origin = "origin-" + Ids.next();
        String said = "\"imported\":{\"origin\":\"%s\",\"authorId\":\"%s\",\"at\":\"2018-03-12T18:00:00Z\"}";
        String memberBody = "{\"displayName\":\"Ada\"," + said.formatted(origin, "x") + "}";
        ServiceClient.Answer member = operator().post("/members", memberBody, "Idempotency-Key", "user/13");
        assertThat(member.status()).isEqualTo(201);
        String author = member.at("/id");
        assertThat(author).isEqualTo(StableId.ofImport(origin, "user/13"));
        assertThat(member.at("/joinedAt")).isEqualTo("2018-03-12T18:00:00Z");
        assertThat(operator().post("/members", memberBody, "Idempotency-Key", "user/13"))
                .isEqualTo(member);

        String post = Ids.next();
        PostState pending = new PostState(
                post,
                ada,
                PostKind.QUESTION,
                "How?",
                List.of("java"),
                null,
                "text",
                1,
                null,
                PublicationStatus.PENDING,
                null,
                now,
                null,
                origin);
        send(new PostCreated(pending, null), 1, now);
        String comment =
                "{\"postId\":\"%s\",\"text\":\"Said long ago\",%s}".formatted(post, said.formatted(origin, author));
        await().until(() -> operator()
                        .post("/comments", comment, "Idempotency-Key", "comment/7")
                        .status()
                == 201);
        ServiceClient.Answer imported = operator().post("/comments", comment, "Idempotency-Key", "comment/7");
        assertThat(imported.at("/id")).isEqualTo(StableId.ofImport(origin, "comment/7"));
        assertThat(imported.at("/createdAt")).isEqualTo("2018-03-12T18:00:00Z");
        assertThat(imported.at("/author/name")).isEqualTo("Ada");

        String byNobody =
                "{\"postId\":\"%s\",\"text\":\"They left\",%s}".formatted(post, said.formatted(origin, "gone"));
        ServiceClient.Answer orphan = operator().post("/comments", byNobody, "Idempotency-Key", "comment/9");
        assertThat(orphan.at("/author")).isEqualTo("{\"id\":\"gone\"}");

        String vote = "{" + said.formatted(origin, "voter-1") + "}";
        String up = "/reactions/post/" + post + "/up";
        assertThat(operator().put(up, vote).status()).isEqualTo(422); // without a key
        assertThat(operator().put(up, vote, "Idempotency-Key", "vote/9").status())
                .isEqualTo(200);
        assertThat(operator().put(up, vote, "Idempotency-Key", "vote/9").status())
                .isEqualTo(200);
        assertThat(anybody().get("/members/voter-1").status()).isEqualTo(404);
        String byNobodyKnown = "{\"imported\":{\"origin\":\"%s\",\"at\":\"2018-03-12T18:00:00Z\"}}".formatted(origin);
        for (int time = 0; time < 2; time++) {
            assertThat(operator()
                            .put(up, byNobodyKnown, "Idempotency-Key", "vote/10")
                            .status())
                    .isEqualTo(200);
        }
        String down = up.replace("/up", "/down");
        String elsewhere = up.replace("/post/" + post, "/comment/" + imported.at("/id"));
        String later = byNobodyKnown.replace("T18", "T19");
        for (String[] changed : List.of(
                new String[] {down, byNobodyKnown, "vote/10"},
                new String[] {elsewhere, byNobodyKnown, "vote/10"},
                new String[] {up, later, "vote/10"},
                new String[] {down, vote, "vote/9"},
                new String[] {up, byNobodyKnown, "vote/9"})) {
            ServiceClient.Answer kept = operator().put(changed[0], changed[1], "Idempotency-Key", changed[2]);
            assertThat(kept.status()).as(changed[0] + changed[1]).isEqualTo(409);
            assertThat(kept.at("/type")).isEqualTo("urn:townhall:problem:kept");
        }
        await().untilAsserted(() -> assertThat(lastSent("engagement.tally.v1", post)
                        .at("/reactions/up")
                        .asInt())
                .isEqualTo(2));

        assertThat(operator().get("/imports/" + origin).text())
                .isEqualTo("{\"members\":1,\"abouts\":0,\"comments\":2,\"reactions\":2}");
        ServiceClient.Answer refused = as(bob).post("/comments", comment, "Idempotency-Key", "comment/8");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/errors/0/field")).isEqualTo("imported");
        assertThat(as(bob).get("/imports/" + origin).status()).isEqualTo(403);
        assertThat(kindsTold(ada)).isEmpty();
    }

    @Test
    void what_members_said_of_themselves_comes_along_and_they_may_take_it_away() {
        String origin = "origin-" + Ids.next();
        String body =
                "{\"displayName\":\"Ada\",\"imported\":{\"origin\":\"%s\",\"authorId\":\"x\",\"at\":\"2018-03-12T18:00:00Z\"}}"
                        .formatted(origin);
        String id =
                operator().post("/members", body, "Idempotency-Key", "user/13").at("/id");
        String about = "{\"text\":\"<p>I <b>count</b>.</p>\",\"markup\":\"HTML\",\"imported\":{\"origin\":\"%s\"}}";
        assertThat(anybody().get("/members/" + id + "/about").at("/html")).isEmpty();

        ServiceClient.Answer fromNowhere = operator().put("/members/" + id + "/about", about.formatted("not a host"));
        assertThat(fromNowhere.status()).isEqualTo(422);
        assertThat(fromNowhere.at("/errors/0/field")).isEqualTo("imported.origin");
        assertThat(operator()
                        .put("/members/" + id + "/about", about.formatted("elsewhere.example"))
                        .status())
                .as("not of that community")
                .isEqualTo(404);
        assertThat(operator()
                        .put("/members/" + id + "/about", about.formatted(origin))
                        .status())
                .isEqualTo(200);

        assertThat(anybody().get("/members/" + id + "/about").at("/html")).contains("<b>count</b>");
        ServiceClient.Answer other = operator()
                .put("/members/" + id + "/about", about.formatted(origin).replace("count", "reckon"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/type")).isEqualTo("urn:townhall:problem:kept");
        assertThat(anybody().get("/members/" + id + "/about").at("/html")).contains("<b>count</b>");

        assertThat(as(id).delete("/members/me/about").status()).isEqualTo(204);
        assertThat(operator()
                        .put("/members/" + id + "/about", about.formatted(origin))
                        .status())
                .as("who took it away finds it gone after the next import too")
                .isEqualTo(409);
        assertThat(anybody().get("/members/" + id + "/about").at("/html")).isEmpty();
        assertThat(operator().get("/imports/" + origin).at("/abouts")).isEqualTo("1");
    }

    private ServiceClient operator() {
        return anybody().as(TestTokens.operator("operator"));
    }
}
