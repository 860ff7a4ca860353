/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import community.townhall.events.StableId;
import community.townhall.importer.report.KindTally;
import community.townhall.importer.stackexchange.RowSender.Asked;
import community.townhall.importer.suite.Suite.Write;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each row of a dump becomes here, and what has become of the rows so far: the numbers of those that are there, to
 * recognise references that dangle.
 */
final class Translation {

    static final String NO_TOPIC = "untagged";

    /** More are no comment's score, but a broken row's. */
    private static final int HIGHEST_SCORE = 10_000;

    /** How the bodies of posts and what users say of themselves stand in a dump; comments are Markdown. */
    private static final String HTML = "HTML";

    private static final int LONGEST_DESCRIPTION = 1000;

    private final String origin;
    private final RowIds users = new RowIds();
    private final RowIds posts = new RowIds();
    private final RowIds questions = new RowIds();
    private final RowIds changedQuestions = new RowIds();
    private final RowIds comments = new RowIds();
    private final RowIds abouts = new RowIds();
    private final RowIds acceptances = new RowIds();
    private final RowIds scored = new RowIds();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final Set<String> topicsOfTheirOwn = ConcurrentHashMap.newKeySet();
    private final Map<Integer, String> tagsOfWikis = new ConcurrentHashMap<>();

    Translation(String origin) {
        this.origin = origin;
    }

    /** A topic for questions without one. */
    Write topicOfTheUntagged() {
        return Write.put(topicPath(NO_TOPIC), "tag/" + NO_TOPIC, new NewTopic(NO_TOPIC, null, null));
    }

    Asked user(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        Instant joinedAt = row.requiredTime("CreationDate");
        String name = row.requiredText("DisplayName");
        NewMember member = new NewMember(name, new Imported(origin, null, joinedAt));
        return new Asked(row.name(), Write.post("/api/engagement/members", "user/" + id, member), there -> {
            users.add(id);
            NameKept.losses(name, there.path("displayName").asString(name)).forEach(tally::remark);
        });
    }

    /** Nothing for who says nothing. */
    List<Asked> about(Row row, KindTally tally) {
        @Nullable String text = row.text("AboutMe");
        @Nullable Integer id = numberOf(row);
        if (text == null || text.isBlank() || id == null || !users.contains(id) || !abouts.add(id)) {
            return List.of();
        }
        tally.read();
        return List.of(new Asked(
                row.name(),
                Write.put(
                        "/api/engagement/members/" + idOf("user/" + id) + "/about",
                        "about/" + id,
                        new NewAbout(text, HTML, new Origin(origin)))));
    }

    private static @Nullable Integer numberOf(Row row) {
        try {
            return row.number("Id");
        } catch (Row.UnusableRowException e) {
            return null;
        }
    }

    Asked topic(Row row, KindTally tally) {
        String name = row.requiredText("TagName");
        wikiOf(row, "ExcerptPostId", name);
        wikiOf(row, "WikiPostId", name);
        NewTopic topic = new NewTopic(name, null, new Origin(origin));
        return new Asked(row.name(), Write.put(topicPath(name), "tag/" + inPath(name), topic), there -> {
            topics.add(name);
            if (there.isObject() && !there.path("origin").asString("").equals(origin)) {
                topicsOfTheirOwn.add(name);
                tally.elsewhere("there already as the community's own");
            }
        });
    }

    private void wikiOf(Row tag, String column, String name) {
        try {
            @Nullable Integer post = tag.number(column);
            if (post != null) {
                tagsOfWikis.put(post, name);
            }
        } catch (Row.UnusableRowException e) {
            // then that row says whose wiki it would be to nobody
        }
    }

    /** The excerpt of a tag's wiki becomes the topic's description; the wiki itself stays one. */
    Asked wiki(Row row, KindTally tally) {
        @Nullable String tag = tagsOfWikis.get(row.requiredNumber("Id"));
        if (tag == null || !topics.contains(tag)) {
            throw new Row.NothingHereException("its tag is not there");
        }
        if (topicsOfTheirOwn.contains(tag)) {
            throw new Row.NothingHereException("its topic is the community's own and keeps its words");
        }
        String text = row.requiredText("Body");
        if (PostRow.isExcerpt(row)) {
            if (text.length() > LONGEST_DESCRIPTION) {
                tally.remark("cut to %d characters".formatted(LONGEST_DESCRIPTION));
            }
            NewTopic described = new NewTopic(tag, cut(text, LONGEST_DESCRIPTION), new Origin(origin));
            return new Asked(
                    row.name(),
                    Write.put(topicPath(tag), "excerpt/" + inPath(tag), described),
                    there -> tally.elsewhere(
                            there.isMissingNode()
                                    ? "whose topic has another description here"
                                    : "kept as the topic's description"));
        }
        NewWiki wiki = new NewWiki(text, HTML, new Origin(origin));
        return new Asked(row.name(), Write.put(topicPath(tag) + "/wiki", "wiki/" + inPath(tag), wiki));
    }

    /** Never between the halves of a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    Asked question(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        List<String> known = new ArrayList<>();
        for (String tag : PostRow.tags(row)) {
            if (topics.contains(tag)) {
                known.add(tag);
            } else {
                tally.remark("with a tag that is not in Tags.xml, left off");
            }
        }
        if (known.isEmpty()) {
            tally.remark("without a tag, put under '%s'".formatted(NO_TOPIC));
        }
        NewQuestion question = new NewQuestion(
                "QUESTION",
                row.requiredText("Title"),
                row.requiredText("Body"),
                known.isEmpty() ? List.of(NO_TOPIC) : known,
                by(row, tally, "OwnerUserId", row.requiredTime("CreationDate"), "post/" + id),
                HTML);
        return new Asked(row.name(), Write.post("/api/content/posts", "post/" + id, question), there -> {
            posts.add(id);
            questions.add(id);
            if (there.isMissingNode()) {
                changedQuestions.add(id);
            }
        });
    }

    /** Notes that a question's acceptance is another here. */
    void acceptanceChanged(int question, KindTally tally) {
        if (changedQuestions.add(question)) {
            tally.changedInPart(String.valueOf(question));
        }
    }

    Asked answer(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int question = row.requiredNumber("ParentId");
        if (!questions.contains(question)) {
            throw new Row.UnusableRowException("its question is not there");
        }
        NewAnswer answer = new NewAnswer(
                row.requiredText("Body"),
                by(row, tally, "OwnerUserId", row.requiredTime("CreationDate"), "post/" + id),
                HTML);
        String path = "/api/content/posts/" + postId(question) + "/answers";
        return new Asked(row.name(), Write.post(path, "post/" + id, answer), there -> posts.add(id));
    }

    /** @param question its row's number */
    record QuestionsAcceptance(int question, Write write) {}

    /** The answer that a question's row says was accepted, by the time of its last change; empty when there is none. */
    Optional<QuestionsAcceptance> acceptance(Row row, KindTally tally) {
        if (row.text("AcceptedAnswerId") == null || PostRow.kind(row) != Kind.QUESTIONS) {
            return Optional.empty();
        }
        try {
            int question = row.requiredNumber("Id");
            int accepted = row.requiredNumber("AcceptedAnswerId");
            if (!questions.contains(question)) {
                return Optional.empty();
            }
            if (acceptances.contains(accepted)) {
                return Optional.empty(); // its vote said when
            }
            if (posts.contains(accepted)) {
                return Optional.of(new QuestionsAcceptance(
                        question, acceptance(postId(question), accepted, row.requiredTime("LastActivityDate"))));
            }
            tally.remark("whose accepted answer is not there");
        } catch (Row.UnusableRowException e) {
            tally.remark("whose acceptance was left off: " + e.reason());
        }
        return Optional.empty();
    }

    /** An answer's acceptance was sent as its vote says. */
    void accepted(int answer) {
        acceptances.add(answer);
    }

    Write acceptance(String questionId, int answer, Instant at) {
        return Write.put(
                "/api/content/posts/" + questionId + "/accepted-answer",
                "accepted/" + answer,
                new Acceptance(postId(answer), new Imported(origin, null, at)));
    }

    Asked comment(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int post = requiredPost(row);
        NewComment comment = new NewComment(
                postId(post),
                row.requiredText("Text"),
                by(row, tally, "UserId", row.requiredTime("CreationDate"), "comment/" + id));
        return new Asked(
                row.name(),
                Write.post("/api/engagement/comments", "comment/" + id, comment),
                there -> comments.add(id));
    }

    /**
     * The score of a comment is how many voted for it: a dump does not have these votes one by one. Those that it had in an
     * earlier dump and has no more stay.
     */
    List<Asked> votesForComment(Row row, KindTally tally, EarlierImports earlier) {
        @Nullable Integer id = numberOf(row);
        if (id == null || !comments.contains(id) || !scored.add(id)) {
            return List.of(); // what became no comment is named there
        }
        int score;
        try {
            score = Objects.requireNonNullElse(row.number("Score"), 0);
        } catch (Row.UnusableRowException e) {
            tally.remark("of a comment left out: its " + e.reason());
            return List.of();
        }
        if (score < 0 || score > HIGHEST_SCORE) {
            tally.remark("of a comment left out: its Score is " + (score < 0 ? "below 0" : "over " + HIGHEST_SCORE));
            return List.of();
        }
        for (int gone = score + 1; gone <= earlier.scoreBefore(id); gone++) {
            tally.gone(voteForComment(id, gone));
        }
        earlier.score(id, score);
        Instant at = row.requiredTime("CreationDate");
        NewReaction vote = new NewReaction(new Imported(origin, null, at));
        String path = "/api/engagement/reactions/comment/" + idOf("comment/" + id) + "/up";
        return IntStream.rangeClosed(1, score)
                .mapToObj(each -> {
                    tally.read();
                    return new Asked(
                            voteForComment(id, each), Write.put(path, "comment-vote/" + id + "/" + each, vote));
                })
                .toList();
    }

    private static String voteForComment(int comment, int each) {
        return "%d for comment %d".formatted(each, comment);
    }

    /** @throws Row.UnusableRowException also for votes that are nothing here */
    Asked vote(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int type = row.requiredNumber("VoteTypeId");
        Instant at = row.requiredTime("CreationDate");
        String reaction =
                VoteRow.reaction(type).orElseThrow(() -> new Row.NothingHereException(VoteRow.nameOfType(type)));
        int post = requiredPost(row);
        @Nullable Integer voter = row.number("UserId");
        if (voter != null && !users.contains(voter)) {
            tally.remark("by an unknown user, kept without a name");
        }
        @Nullable String voterId = voter != null && users.contains(voter) ? idOf("user/" + voter) : null;
        String path = "/api/engagement/reactions/post/" + postId(post) + "/" + reaction;
        return new Asked(row.name(), Write.put(path, "vote/" + id, new NewReaction(new Imported(origin, voterId, at))));
    }

    Asked badge(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int user = row.requiredNumber("UserId");
        if (!users.contains(user)) {
            throw new Row.UnusableRowException("its member is not there");
        }
        String badgeClass = switch (row.requiredNumber("Class")) {
            case 1 -> "GOLD";
            case 2 -> "SILVER";
            case 3 -> "BRONZE";
            default -> throw new Row.UnusableRowException("an unknown class of badge");
        };
        NewBadge badge = new NewBadge(
                idOf("user/" + user),
                row.requiredText("Name"),
                badgeClass,
                new Imported(origin, null, row.requiredTime("Date")));
        return new Asked(row.name(), Write.post("/api/rewards/badges", "badge/" + id, badge));
    }

    String postId(int id) {
        return idOf("post/" + id);
    }

    /** @throws Row.UnusableRowException when the post that the row is of did not come in */
    int requiredPost(Row row) {
        int id = row.requiredNumber("PostId");
        if (!posts.contains(id)) {
            throw new Row.UnusableRowException("its post is not there");
        }
        return id;
    }

    /** Content outlives its author's account: it is kept, under an author nobody can look up. */
    private Imported by(Row row, KindTally tally, String column, Instant at, String ownKey) {
        @Nullable Integer user = row.number(column);
        if (user != null && users.contains(user)) {
            return new Imported(origin, idOf("user/" + user), at);
        }
        tally.remark(
                user == null ? "by a deleted user, kept without a name" : "by an unknown user, kept without a name");
        return new Imported(origin, idOf("author-of/" + ownKey), at);
    }

    private String idOf(String key) {
        return StableId.ofImport(origin, key);
    }

    private static String topicPath(String name) {
        return "/api/content/topics/" + inPath(name);
    }

    private static String inPath(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    // The requests, as the services' OpenAPI documents describe them.

    private record NewMember(String displayName, Imported imported) {}

    private record Origin(String origin) {}

    private record NewAbout(String text, String markup, Origin imported) {}

    private record NewTopic(
            String name,
            @Nullable String description,
            @Nullable Origin imported) {}

    private record NewWiki(String text, String markup, Origin imported) {}

    private record NewQuestion(
            String kind, String title, String text, List<String> topics, Imported imported, String markup) {}

    private record NewAnswer(String text, Imported imported, String markup) {}

    private record Acceptance(String answerId, Imported imported) {}

    private record NewComment(String postId, String text, Imported imported) {}

    private record NewReaction(Imported imported) {}

    private record NewBadge(String memberId, String name, String badgeClass, Imported imported) {}
}
