/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes one object of each kind in each state it can be in, as members, moderators and operators make them: at the gateway. */
final class Specimens {

    static final String ORIGIN = "object-access.example";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** The lexicon holds it for a moderator. */
    private static final String DOUBTFUL = "b.u.l.l.s.h.i.t ";

    private static final String POSTS = "/api/content/posts/";
    private static final String COMMENTS = "/api/engagement/comments/";
    private static final String NEWS = "/api/engagement/notifications";

    private final Townhall townhall = Townhall.running();
    private final Community community = new Community(townhall);
    /** Sees all but what is their own, and makes nothing of their own. */
    private final Client insider = townhall.as("operator", Community.newMember());
    /** A moderator who works on cases before others come to them. */
    private final Client desk = townhall.as("moderator", Community.newMember());

    private final Queue<Specimen> made = new ConcurrentLinkedQueue<>();

    Specimen make(String what) {
        Specimen specimen = switch (what) {
            case "draft" -> post(somebody(), written("QUESTION", "", Map.of("draft", true)), "DRAFT");
            case "scheduled-post" -> post(somebody(), scheduled(), "SCHEDULED");
            case "held-post" -> post(somebody(), written("DISCUSSION", DOUBTFUL, Map.of()), "HELD");
            case "rejected-post" ->
                decided(post(somebody(), written("DISCUSSION", DOUBTFUL, Map.of()), "HELD"), "REJECT", "REJECTED");
            case "post" -> publishedPost(somebody());
            case "post-with-a-held-edit" -> editedPost();
            case "hidden-post" -> decided(publishedPost(somebody()), "HIDE", "HIDDEN");
            case "removed-post" -> decided(publishedPost(somebody()), "REMOVE", "REMOVED");
            case "withdrawn-post" -> withdrawn(publishedPost(somebody()));
            case "withdrawn-draft" -> withdrawn(make("draft"));
            case "question" -> question();
            case "settled-question" -> settledQuestion();
            case "hidden-question" -> decided(question(), "HIDE", "HIDDEN");
            case "answer" -> answer("", "PUBLISHED");
            case "held-answer" -> answer(DOUBTFUL, "HELD");
            case "answer-to-a-hidden-question" -> underWhatIsHidden(toldOf(answer("", "PUBLISHED")));

            case "comment" -> comment("", "PUBLISHED");
            case "held-comment" -> comment(DOUBTFUL, "HELD");
            case "hidden-comment" -> decided(comment("", "PUBLISHED"), "HIDE", "HIDDEN");
            case "removed-comment" -> decided(comment("", "PUBLISHED"), "REMOVE", "REMOVED");
            case "deleted-comment" -> deletedComment();
            case "comment-on-a-hidden-post" -> underWhatIsHidden(comment("", "PUBLISHED"));

            case "thanks" -> thanks("", "PUBLISHED");
            case "held-thanks" -> thanks(DOUBTFUL, "HELD");
            case "hidden-thanks" -> decided(thanks("", "PUBLISHED"), "HIDE", "HIDDEN");
            case "thanks-taken-back" -> thanksTakenBack();
            case "thanks-for-a-hidden-post" -> underWhatIsHidden(thanks("", "PUBLISHED"));

            case "bookmark" -> bookmark();
            case "follow" -> follow();
            case "notification" -> notification();
            case "member" -> member();
            case "imported-member" -> importedMember();
            case "points" -> points();

            case "case" -> reported(publishedPost(somebody()), true);
            case "claimed-case" -> taken("claim");
            case "escalated-case" -> taken("escalate");
            case "decided-case" -> taken("decision");
            case "case-of-a-moderators-post" -> reported(publishedPost(somebodyAs("moderator")), true);
            case "case-of-an-operators-post" -> reported(publishedPost(somebodyAs("operator")), true);
            case "moderators-post-without-a-case" -> reported(publishedPost(somebodyAs("moderator")), false);

            case "account" -> account("member", "active");
            case "operators-account" -> account("operator", "active");
            case "closed-account" -> account("member", "closed");
            case "browser" -> browser();
            case "passkey" -> passkey();
            default -> throw new IllegalArgumentException("Nobody knows how to make a " + what);
        };
        made.add(specimen);
        return specimen;
    }

    /** What tests after this one would come across. */
    void takeAway() {
        made.forEach(specimen -> specimen.end().run());
    }

    private Client somebody() {
        return somebodyAs("member");
    }

    /** Each object has an owner of its own: nobody writes so much at once that the screening minds. */
    private Client somebodyAs(String role) {
        return townhall.as(role, Community.newMember());
    }

    private static Map<String, Object> written(String kind, String beginning, Map<String, Object> more) {
        Map<String, Object> post = new HashMap<>(Community.post(kind, "Something of its owner's"));
        post.put("text", beginning + post.get("text"));
        post.putAll(more);
        return post;
    }

    private static Map<String, Object> scheduled() {
        return written(
                "DISCUSSION",
                "",
                Map.of("publishAt", Instant.now().plus(Duration.ofDays(300)).toString()));
    }

    private Specimen publishedPost(Client owner) {
        return post(owner, written("DISCUSSION", "", Map.of()), "PUBLISHED");
    }

    private Specimen post(Client owner, Map<String, Object> post, String status) {
        String id = owner.post("/api/content/posts", post).expect(201).field("id");
        awaitStatus(owner, POSTS + id, status);
        return target("post", owner, id, POSTS + id).made();
    }

    /** What can be commented on, voted for, thanked for, reported. */
    private Specimen.Maker target(String type, Client owner, String id, String path) {
        return Specimen.of(owner, id)
                .named("/members/{id}", "/members/" + owner.memberId())
                .named("{type}/{id}", type + "/" + id)
                .named("{type}/{targetId}/{kind}", type + "/" + id + "/like")
                .named("{targetId}", id)
                .named("{questionId}", id)
                .with("type", type.toUpperCase(java.util.Locale.ROOT))
                .with("postId", id)
                .seenBy(owner, path)
                .seenBy(insider, path)
                .seenBy(insider, "/api/engagement/reactions?target=" + id)
                .endedBy(() -> owner.delete(path));
    }

    private Specimen editedPost() {
        Specimen post = publishedPost(somebody());
        String path = POSTS + post.id();
        String word = UUID.randomUUID().toString();
        post.owner()
                .put(path, Map.of("text", DOUBTFUL + word, "version", post.version()))
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> post.owner().get(path).text(), text -> text.contains("\"standing\":\"HELD\""));
        return target("post", post.owner(), post.id(), path).markedBy(word).made();
    }

    private Specimen question() {
        Specimen question = post(somebody(), written("QUESTION", "", Map.of()), "PUBLISHED");
        Client other = somebody();
        String path = POSTS + question.id();
        String answer = other.post(path + "/answers", Map.of("text", "Like this, " + UUID.randomUUID()))
                .expect(201)
                .field("id");
        awaitStatus(other, POSTS + answer, "PUBLISHED");
        return target("post", question.owner(), question.id(), path)
                .with("answerId", answer)
                .made();
    }

    private Specimen settledQuestion() {
        Specimen question = question();
        question.owner()
                .put(POSTS + question.id() + "/accepted-answer", Map.of("answerId", question.fact("answerId")))
                .expect(200);
        return question;
    }

    private Specimen answer(String beginning, String status) {
        Specimen question = post(somebody(), written("QUESTION", "", Map.of()), "PUBLISHED");
        made.add(question);
        Client owner = somebody();
        String id = owner.post(
                        POSTS + question.id() + "/answers",
                        Map.of("text", beginning + "An answer, " + UUID.randomUUID()))
                .expect(201)
                .field("id");
        awaitStatus(owner, POSTS + id, status);
        return target("post", owner, id, POSTS + id)
                .named("{questionId}", question.id())
                .with("under", question.id())
                .made();
    }

    private Specimen comment(String beginning, String status) {
        Specimen post = make("post");
        Client owner = somebody();
        Map<String, Object> text = Map.of("postId", post.id(), "text", beginning + "A comment, " + UUID.randomUUID());
        String id = posted(owner, "/api/engagement/comments", text).field("id");
        awaitStatus(owner, COMMENTS + id, status);
        return target("comment", owner, id, COMMENTS + id)
                .named("{postId}", post.id())
                .with("under", post.id())
                .with("postId", post.id())
                .with("parentId", id)
                .made();
    }

    private Specimen deletedComment() {
        Specimen comment = comment("", "PUBLISHED");
        comment.owner().delete(COMMENTS + comment.id()).expect(204);
        return comment;
    }

    private Specimen thanks(String beginning, String status) {
        Specimen post = make("post");
        Client owner = somebody();
        String path = "/api/engagement/thanks/post/" + post.id();
        Map<String, Object> word = Map.of("word", beginning + "You saved my week, " + UUID.randomUUID());
        String id = await().atMost(PATIENCE)
                .until(() -> owner.put(path, word), reply -> reply.status() == 200)
                .field("id");
        awaitStatus(owner, path, status);
        return Specimen.of(owner, id)
                .alsoBy(post.id())
                .named("/members/{id}", "/members/" + post.owner().memberId())
                .named("{type}/{id}", "post/" + post.id())
                .named("{targetId}", id)
                .with("type", "THANKS")
                .with("under", post.id())
                .seenBy(owner, path)
                .seenBy(insider, "/api/engagement/thanks/" + id)
                .endedBy(() -> owner.delete(path))
                .made();
    }

    private Specimen thanksTakenBack() {
        Specimen thanks = thanks("", "PUBLISHED");
        thanks.end().run();
        return thanks;
    }

    private Specimen decided(Specimen specimen, String action, String status) {
        decide(specimen.fact("type"), specimen.id(), action);
        await().atMost(PATIENCE)
                .until(() -> specimen.views().getFirst().get().field("status").equals(status));
        return specimen;
    }

    private Specimen withdrawn(Specimen post) {
        post.owner().delete(POSTS + post.id()).expect(204);
        return post;
    }

    /** News of an answer would wait for its question to be back. */
    private Specimen toldOf(Specimen answer) {
        firstNewsOf(answer.owner());
        return answer;
    }

    private String firstNewsOf(Client member) {
        return await().atMost(PATIENCE)
                .until(() -> member.get(NEWS).body().path("items"), told -> !told.isEmpty())
                .path(0)
                .path("id")
                .asString();
    }

    private Specimen underWhatIsHidden(Specimen specimen) {
        String above = specimen.fact("under");
        decide("POST", above, "HIDE");
        awaitStatus(insider, POSTS + above, "HIDDEN");
        return specimen;
    }

    private void decide(String type, String id, String action) {
        desk.post(
                        "/api/moderation/decisions",
                        Map.of(
                                "targetType",
                                type,
                                "targetId",
                                id,
                                "action",
                                action,
                                "rule",
                                "off-topic",
                                "explanation",
                                "It does not belong here"))
                .expect(201);
    }

    private Specimen bookmark() {
        Specimen post = make("post");
        Client owner = somebody();
        String path = "/api/engagement/reactions/post/" + post.id() + "/bookmark";
        await().atMost(PATIENCE).until(() -> owner.put(path, Map.of()).status() == 200);
        return Specimen.of(owner, post.id())
                .named("{type}/{targetId}/{kind}", "post/" + post.id() + "/bookmark")
                .markedBy("\"mine\":[\"bookmark\"]")
                .seenBy(owner, "/api/engagement/reactions?target=" + post.id())
                .endedBy(() -> owner.delete(path))
                .made();
    }

    private Specimen follow() {
        Specimen followed = make("member");
        Client owner = somebody();
        String path = "/api/engagement/follows/member/" + followed.id();
        owner.send("PUT", path, null, null).expect(200);
        return Specimen.of(owner, followed.id())
                .named("{type}/{id}", "member/" + followed.id())
                .seenBy(owner, "/api/engagement/follows")
                .endedBy(() -> owner.delete(path))
                .made();
    }

    private Specimen notification() {
        Specimen post = make("post");
        return Specimen.of(post.owner(), firstNewsOf(post.owner()))
                .seenBy(post.owner(), NEWS)
                .made();
    }

    private Specimen member() {
        Client owner = somebody();
        owner.send("PUT", "/api/engagement/members/me", null, null).expect(200);
        return Specimen.of(owner, owner.memberId())
                .named("{type}/{id}", "member/" + owner.memberId())
                .named("{memberId}", owner.memberId())
                .seenBy(owner, "/api/engagement/members/me")
                .made();
    }

    private Specimen importedMember() {
        Map<String, Object> imported = Map.of("origin", ORIGIN, "at", "2024-01-01T00:00:00Z");
        String id = insider.post(
                        "/api/engagement/members", Map.of("displayName", "Brought Along", "imported", imported))
                .expect(201)
                .field("id");
        return Specimen.of(townhall.member(id), id)
                .seenBy(insider, "/api/engagement/members/" + id + "/about")
                .made();
    }

    private Specimen points() {
        Specimen post = make("post");
        String path = "/api/rewards/accounts/me/entries";
        await().atMost(PATIENCE).until(() -> post.owner().get(path).text().contains(post.id()));
        return Specimen.of(post.owner(), post.id())
                .named("{memberId}", post.owner().memberId())
                .seenBy(post.owner(), path)
                .made();
    }

    private Specimen reported(Specimen post, boolean reported) {
        String path = "/api/moderation/cases/" + post.id();
        if (reported) {
            posted(
                    somebody(),
                    "/api/moderation/reports",
                    Map.of("targetType", "POST", "targetId", post.id(), "category", "OTHER"));
        }
        return Specimen.of(post.owner(), post.id())
                .named("{targetId}", post.id())
                .with("type", "POST")
                .seenBy(insider, path)
                .seenBy(insider, POSTS + post.id())
                .endedBy(post.end())
                .made();
    }

    private Specimen taken(String step) {
        Specimen open = reported(publishedPost(somebody()), true);
        desk.post(
                        "/api/moderation/cases/" + open.id() + "/" + step,
                        step.equals("decision")
                                ? Map.of("action", "DISMISS", "version", open.version())
                                : Map.of("version", open.version()))
                .expect(200);
        return open;
    }

    private Specimen account(String role, String state) {
        String password = "correct horse " + UUID.randomUUID();
        String id = registered(password).field("memberId");
        String path = "/identity/accounts/" + id;
        if (!role.equals("member")) {
            insider.put(path + "/roles", Map.of("roles", List.of(role))).expect(200);
        }
        Client owner = townhall.as(role, id);
        if (state.equals("closed")) {
            owner.post("/identity/account/closure", Map.of("currentPassword", password))
                    .expect(204);
        }
        return Specimen.of(owner, id)
                .seenBy(insider, path)
                .endedBy(() -> {
                    insider.put(path + "/roles", Map.of("roles", List.of("member")));
                    insider.put(path + "/state", Map.of("state", "stopped"));
                })
                .made();
    }

    private Specimen browser() {
        String password = "correct horse " + UUID.randomUUID();
        Client.Reply account = registered(password);
        new Browser(townhall.url()).signIn(account.field("username"), password);
        Client owner = townhall.member(account.field("memberId"));
        return ofAccount(owner, "/identity/account/sessions");
    }

    private Specimen passkey() {
        Client owner =
                townhall.member(registered("correct horse " + UUID.randomUUID()).field("memberId"));
        new Browser(townhall.url()).makePasskey(owner);
        return ofAccount(owner, "/identity/account/passkeys");
    }

    private Specimen ofAccount(Client owner, String list) {
        String id = owner.get(list)
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return Specimen.of(owner, id)
                .seenBy(owner, list)
                .endedBy(() ->
                        insider.put("/identity/accounts/" + owner.memberId() + "/state", Map.of("state", "stopped")))
                .made();
    }

    private Client.Reply registered(String password) {
        String username = "o-" + UUID.randomUUID().toString().substring(9).replace("-", "");
        return townhall.anonymous()
                .post(
                        "/identity/registrations",
                        Map.of("username", username, "password", password, "displayName", "Owns something"))
                .expect(201);
    }

    /** Engagement and moderation hear of a post a moment after content shows it. */
    private static Client.Reply posted(Client client, String path, Object body) {
        return await().atMost(PATIENCE).until(() -> client.post(path, body), reply -> reply.status() == 201);
    }

    private static void awaitStatus(Client client, String path, String status) {
        await().pollInterval(Duration.ofMillis(40))
                .atMost(PATIENCE)
                .until(() -> client.get(path).field("status").equals(status));
    }
}
