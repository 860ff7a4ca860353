/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import community.townhall.events.content.PostCreated;
import community.townhall.events.content.PostRevised;
import community.townhall.events.content.PostState;
import community.townhall.kit.id.Ids;
import community.townhall.kit.test.ServiceClient;
import community.townhall.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members, and the names they go by. */
class MembersTest extends AgainstTheService {

    @Test
    void a_member_joins_with_the_name_of_their_account_and_may_change_it() {
        ServiceClient.Answer joined = as(ada).put("/members/me", null);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.at("/displayName")).isEqualTo("Member " + ada);
        assertThat(joined.at("/version")).isEqualTo("1");

        ServiceClient.Answer renamed = as(ada).put("/members/me", "{\"displayName\":\"  Ada   Lovelace \"}");
        assertThat(renamed.at("/displayName")).isEqualTo("Ada Lovelace");
        assertThat(renamed.at("/version")).isEqualTo("2");
        assertThat(anybody().get("/members/" + ada).body()).isEqualTo(renamed.body());

        await().untilAsserted(() -> assertThat(typesSent("engagement.member.v1", ada))
                .containsExactly("engagement.member.joined.v1", "engagement.member.profile-changed.v1"));
    }

    @Test
    void a_name_that_is_too_long_is_refused_naming_field_and_rule() {
        ServiceClient.Answer refused = as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted("x".repeat(81)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/field")).isEqualTo("displayName");
        assertThat(refused.at("/errors/0/rule")).isEqualTo("length");
    }

    @Test
    void a_name_is_as_long_as_it_has_characters() {
        String faces = "\uD83D\uDE00".repeat(80);

        assertThat(as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted(faces))
                        .at("/displayName"))
                .isEqualTo(faces);
        assertThat(as(ada).put("/members/me", "{\"displayName\":\"%sx\"}".formatted(faces))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u3164",
                "\\u034F",
                "\\u200B",
                "a\\u200Bb",
                "\\u202ENIMDA",
                "Bob\\u0000",
                "Operator",
                "0perator",
                "Moderator",
                "\\u202Erotaredom",
                "Town hall",
                "\\u039Fperator",
                "管理员"
            })
    void a_name_that_cannot_be_seen_or_passes_for_the_staffs_is_refused(String name) {
        ServiceClient.Answer refused = as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted(name));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/field")).isEqualTo("displayName");
        assertThat(anybody().get("/members/" + ada).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Zoë 🦊", "नमिता", "👩‍🚀 Sally", "José", "می‌خواهم"})
    void a_name_keeps_its_letters(String name) {
        assertThat(as(ada).put("/members/me", "{\"displayName\":\"%s\"}".formatted(name))
                        .at("/displayName"))
                .isEqualTo(name);
    }

    @Test
    void staff_may_be_called_what_they_are() {
        assertThat(anybody()
                        .as(TestTokens.moderator(ada))
                        .put("/members/me", "{\"displayName\":\"Moderator\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_only_wrote_a_post_is_known_and_can_be_followed_and_mentioned() {
        String name = "Writer" + Ids.next();
        send(new PostCreated(post(Ids.next(), ada, null), name), 1, now);

        await().untilAsserted(() ->
                assertThat(anybody().get("/members/" + ada).at("/displayName")).isEqualTo(name));
        assertThat(as(bob).put("/follows/member/" + ada, null).status()).isEqualTo(200);
        String post = publishedPost(ada);
        send(new PostRevised(saying(post, "Thanks, @" + name)), 3, justNow());
        await().untilAsserted(() -> assertThat(kindsTold(ada)).contains("mentioned"));
    }

    private PostState saying(String id, String text) {
        PostState post = post(id, cleo, null);
        return new PostState(
                id,
                cleo,
                post.kind(),
                post.title(),
                post.topics(),
                null,
                text,
                2,
                null,
                post.status(),
                null,
                post.createdAt(),
                post.publishedAt(),
                null);
    }

    @Test
    void in_a_batch_too_a_handler_is_for_its_role_alone() {
        ServiceClient operatorOnly = anybody().as(TestTokens.token(ada, "operator"));
        String joining = """
                {"requests": [{"id": "1", "method": "PUT", "url": "/api/engagement/members/me", "body": {}}]}
                """;

        ServiceClient.Answer alone = operatorOnly.put("/members/me", "{}");
        ServiceClient.Answer batch = operatorOnly.post("/batch", joining);

        assertThat(alone.status()).isEqualTo(403);
        assertThat(batch.at("/responses/0/status")).isEqualTo("403");
        assertThat(batch.at("/responses/0/body/detail")).isEqualTo(alone.at("/detail"));
        assertThat(anybody().get("/members/" + ada).status()).isEqualTo(404);
    }
}
