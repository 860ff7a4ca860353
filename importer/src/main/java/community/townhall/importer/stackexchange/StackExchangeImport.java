/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import community.townhall.events.StableId;
import community.townhall.importer.report.ImportReport;
import community.townhall.importer.report.KindTally;
import community.townhall.importer.report.ProgressBar;
import community.townhall.importer.stackexchange.RowSender.Asked;
import community.townhall.importer.suite.Answer;
import community.townhall.importer.suite.Settling;
import community.townhall.importer.suite.Suite;
import community.townhall.importer.suite.Suite.Write;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Moves the community of a Stack Exchange data dump in. Every row becomes a request whose {@code Idempotency-Key} is the
 * row's own number, so that a second run finds everything there and one that was cut off goes on. What a row refers to
 * comes before it: members and topics, questions, answers, acceptances, comments, votes, badges.
 *
 * <p>Reads the files as streams; what it remembers are the numbers of accepted rows, a bit each, and the topics.
 */
public final class StackExchangeImport {

    private static final String NO_TOPIC = "untagged";

    private final Path dump;
    private final String origin;
    private final Suite suite;
    private final Settling settling;
    private final Workers workers;
    private final ProgressBar progress;
    private final Map<Kind, KindTally> tallies = new EnumMap<>(Kind.class);
    private final Map<Kind, ImportedIds> idsRead = new EnumMap<>(Kind.class);
    private final ImportedIds users = new ImportedIds();
    private final ImportedIds posts = new ImportedIds();
    private final ImportedIds questions = new ImportedIds();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private volatile String stage = "";
    private final AtomicLong rowsDone = new AtomicLong();

    /**
     * @param dump the folder with {@code Users.xml}, {@code Posts.xml} and so on
     * @param origin what the community is called in the ids and marks of what came from it
     */
    public StackExchangeImport(
            Path dump,
            String origin,
            Suite suite,
            Settling settling,
            int parallel,
            Function<Long, ProgressBar> progress)
            throws IOException {
        this.dump = dump;
        this.origin = origin;
        this.suite = suite;
        this.settling = settling;
        this.workers = new Workers(parallel);
        for (Kind kind : Kind.values()) {
            tallies.put(kind, new KindTally());
        }
        this.progress = progress.apply(rowsToDo());
    }

    private long rowsToDo() throws IOException {
        long rows = 0;
        for (String name : List.of("Users", "Tags", "Posts", "Comments", "Votes", "Badges")) {
            rows += file(name).rows();
        }
        return rows;
    }

    /** Whether the folder holds a dump at all. */
    public static boolean isDump(Path folder) {
        return new DumpFile(folder.resolve("Posts.xml")).exists() && new DumpFile(folder.resolve("Users.xml")).exists();
    }

    /**
     * Imports everything, waits until the suite has settled and asks it what it holds.
     *
     * @throws java.io.UncheckedIOException when the suite stays away
     */
    public ImportReport run() throws IOException {
        long startedAt = System.nanoTime();
        pass("users", "Users", sender(Kind.USERS, "engagement", this::user), Kind.USERS);
        NewTopic noTopic = new NewTopic(NO_TOPIC, "", null);
        suite.send(Write.put("/api/content/topics/" + NO_TOPIC, "tag/" + NO_TOPIC, noTopic));
        pass("topics", "Tags", sender(Kind.TOPICS, "content", this::topic), Kind.TOPICS);
        RowSender toQuestions = sender(Kind.QUESTIONS, "content", this::question);
        pass("questions", "Posts", row -> questionOrOther(row, toQuestions), toQuestions, Kind.OTHER_POSTS);
        RowSender toAnswers = sender(Kind.ANSWERS, "content", this::answer);
        pass("answers", "Posts", row -> answerOnly(row, toAnswers), toAnswers, null);
        settling.await(); // comments and votes are checked against what engagement has heard of posts
        pass("comments", "Comments", sender(Kind.COMMENTS, "engagement", this::comment), Kind.COMMENTS);
        pass("votes", "Votes", sender(Kind.VOTES, "engagement", this::vote), Kind.VOTES);
        // After the votes, which know when: here only what no vote told of is left.
        acceptances();
        pass("badges", "Badges", sender(Kind.BADGES, "rewards", this::badge), Kind.BADGES);
        progress.at("settling", rowsDone.get());
        settling.await();
        progress.finish("done");
        askWhatIsPresent();
        Map<String, KindTally.Figures> kinds = new LinkedHashMap<>();
        tallies.forEach((kind, tally) -> kinds.put(kind.reportName(), tally.figures()));
        return new ImportReport((System.nanoTime() - startedAt) / 1e9, kinds);
    }

    private RowSender sender(Kind kind, String service, BiFunction<Row, KindTally, Asked> asked) {
        return new RowSender(suite, service, workers, tally(kind), asked, this::rowDone);
    }

    private void rowDone() {
        progress.at(stage, rowsDone.incrementAndGet());
    }

    /** Reads a file all of whose rows are of that kind. */
    private void pass(String name, String file, RowSender sender, Kind kind) throws IOException {
        pass(name, file, row -> count(kind, row, sender), sender, kind);
    }

    /**
     * Reads a file once and returns when all that was sent because of it has been answered.
     *
     * @param malformed what rows that are no XML count as; null where an earlier pass over the file counted them
     */
    private void pass(String name, String file, Consumer<Row> onRow, RowSender sender, @Nullable Kind malformed)
            throws IOException {
        stage = name;
        file(file).forEach(onRow, () -> {
            if (malformed != null) {
                tally(malformed).read();
                tally(malformed).skipped("malformed XML");
                rowDone();
            }
        });
        sender.flush();
        workers.join();
    }

    /** Counts a row as read and sends it on, unless one of its Id was there before. */
    private void count(Kind kind, Row row, RowSender sender) {
        tally(kind).read();
        if (isFirstOfItsId(kind, row)) {
            sender.send(row);
        } else {
            tally(kind).skipped("its Id was read before");
            rowDone();
        }
    }

    /** A row without a good Id is left to whoever needs it. */
    private boolean isFirstOfItsId(Kind kind, Row row) {
        try {
            @Nullable Integer id = row.number("Id");
            ImportedIds read = idsRead.computeIfAbsent(kind, first -> new ImportedIds());
            if (id == null) {
                return true;
            }
            boolean first = !read.contains(id);
            read.add(id);
            return first;
        } catch (Row.UnusableRowException e) {
            return true;
        }
    }

    private void questionOrOther(Row row, RowSender toQuestions) {
        switch (PostRow.kind(row)) {
            case QUESTIONS -> count(Kind.QUESTIONS, row, toQuestions);
            case OTHER_POSTS -> {
                tally(Kind.OTHER_POSTS).read();
                tally(Kind.OTHER_POSTS).skipped(PostRow.nameOfType(row));
                rowDone();
            }
            default -> {} // the next pass is for answers
        }
    }

    private void answerOnly(Row row, RowSender toAnswers) {
        if (PostRow.kind(row) == Kind.ANSWERS) {
            count(Kind.ANSWERS, row, toAnswers);
        }
    }

    private Asked user(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        Instant joinedAt = row.requiredTime("CreationDate");
        NewMember member = new NewMember(row.requiredText("DisplayName"), new Imported(origin, null, joinedAt));
        return new Asked(Write.post("/api/engagement/members", "user/" + id, member), () -> users.add(id));
    }

    private Asked topic(Row row, KindTally tally) {
        String name = row.requiredText("TagName");
        Imported imported = new Imported(origin, null, Instant.EPOCH);
        NewTopic topic = new NewTopic(name, "", imported);
        Write write = Write.put("/api/content/topics/" + inPath(name), "tag/" + inPath(name), topic);
        return new Asked(write, () -> topics.add(name));
    }

    private Asked question(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        List<String> known = new ArrayList<>();
        for (String tag : PostRow.tags(row)) {
            if (topics.contains(tag)) {
                known.add(tag);
            } else {
                tally.remark("with a tag that is not in Tags.xml, left off");
            }
        }
        NewQuestion question = new NewQuestion(
                "QUESTION",
                row.requiredText("Title"),
                row.requiredText("Body"),
                known.isEmpty() ? List.of(NO_TOPIC) : known,
                by(row, tally, "OwnerUserId", row.requiredTime("CreationDate"), "post/" + id));
        return new Asked(Write.post("/api/content/posts", "post/" + id, question), () -> {
            posts.add(id);
            questions.add(id);
        });
    }

    private Asked answer(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int question = row.requiredNumber("ParentId");
        if (!questions.contains(question)) {
            throw new Row.UnusableRowException("its question is not there");
        }
        NewAnswer answer = new NewAnswer(
                row.requiredText("Body"),
                by(row, tally, "OwnerUserId", row.requiredTime("CreationDate"), "post/" + id));
        String path = "/api/content/posts/" + idOf("post/" + question) + "/answers";
        return new Asked(Write.post(path, "post/" + id, answer), () -> posts.add(id));
    }

    private void acceptances() throws IOException {
        stage = "accepted";
        file("Posts").forEach(row -> workers.submit(() -> acceptedAnswer(row)), () -> {});
        workers.join();
    }

    private void acceptedAnswer(Row row) {
        if (row.text("AcceptedAnswerId") == null || PostRow.kind(row) != Kind.QUESTIONS) {
            return;
        }
        try {
            int question = row.requiredNumber("Id");
            int accepted = row.requiredNumber("AcceptedAnswerId");
            if (questions.contains(question) && posts.contains(accepted)) {
                accept(idOf("post/" + question), accepted, row.requiredTime("LastActivityDate"));
            } else if (questions.contains(question)) {
                tally(Kind.QUESTIONS).remark("whose accepted answer is not there");
            }
        } catch (Row.UnusableRowException e) {
            tally(Kind.QUESTIONS).remark("whose acceptance was left off: " + e.reason());
        }
    }

    private void accept(String questionId, int answer, Instant at) {
        String answerId = idOf("post/" + answer);
        Acceptance acceptance = new Acceptance(answerId, new Imported(origin, null, at));
        String path = "/api/content/posts/" + questionId + "/accepted-answer";
        Answer outcome = suite.send(Write.put(path, "accepted/" + answer, acceptance));
        if (outcome instanceof Answer.Refused refused) {
            tally(Kind.ANSWERS).remark("whose acceptance was " + refused.reason());
        }
    }

    private Asked comment(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int post = row.requiredNumber("PostId");
        requirePost(post);
        NewComment comment = new NewComment(
                idOf("post/" + post),
                row.requiredText("Text"),
                by(row, tally, "UserId", row.requiredTime("CreationDate"), "comment/" + id));
        return new Asked(Write.post("/api/engagement/comments", "comment/" + id, comment));
    }

    private Asked vote(Row row, KindTally tally) {
        int id = row.requiredNumber("Id");
        int post = row.requiredNumber("PostId");
        int type = row.requiredNumber("VoteTypeId");
        Instant at = row.requiredTime("CreationDate");
        Optional<String> reaction = VoteRow.reaction(type);
        if (reaction.isEmpty()) {
            if (type == VoteRow.ACCEPTED && posts.contains(post)) {
                acceptAt(post, at);
            }
            throw new Row.UnusableRowException(VoteRow.nameOfType(type));
        }
        requirePost(post);
        @Nullable Integer voter = row.number("UserId");
        @Nullable String voterId = voter != null && users.contains(voter) ? idOf("user/" + voter) : null;
        String path = "/api/engagement/reactions/post/" + idOf("post/" + post) + "/" + reaction.get();
        return new Asked(Write.put(path, "vote/" + id, new NewReaction(new Imported(origin, voterId, at))));
    }

    /** The vote names the answer alone; the suite knows its question. */
    private void acceptAt(int answer, Instant at) {
        if (suite.get("/api/content/posts/" + idOf("post/" + answer)) instanceof Answer.Accepted(JsonNode stored)
                && stored.hasNonNull("questionId")) {
            accept(stored.path("questionId").asString(), answer, at);
        }
    }

    private Asked badge(Row row, KindTally tally) {
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
        return new Asked(Write.post("/api/rewards/badges", "badge/" + id, badge));
    }

    private void requirePost(int id) {
        if (!posts.contains(id)) {
            throw new Row.UnusableRowException("its post is not there");
        }
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

    private void askWhatIsPresent() {
        JsonNode content = suite.importsOf("content", origin);
        JsonNode engagement = suite.importsOf("engagement", origin);
        tally(Kind.USERS).present(engagement.path("members").asLong());
        tally(Kind.TOPICS).present(content.path("topics").asLong());
        tally(Kind.QUESTIONS).present(content.path("questions").asLong());
        tally(Kind.ANSWERS).present(content.path("answers").asLong());
        tally(Kind.COMMENTS).present(engagement.path("comments").asLong());
        tally(Kind.VOTES).present(engagement.path("reactions").asLong());
        tally(Kind.BADGES)
                .present(suite.importsOf("rewards", origin).path("badges").asLong());
    }

    private KindTally tally(Kind kind) {
        return Objects.requireNonNull(tallies.get(kind));
    }

    private DumpFile file(String name) {
        return new DumpFile(dump.resolve(name + ".xml"));
    }

    private String idOf(String key) {
        return StableId.ofImport(origin, key);
    }

    private static String inPath(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    // The requests, as the services' OpenAPI documents describe them.

    private record NewMember(String displayName, Imported imported) {}

    private record NewTopic(
            String name, String description, @Nullable Imported imported) {}

    private record NewQuestion(String kind, String title, String text, List<String> topics, Imported imported) {}

    private record NewAnswer(String text, Imported imported) {}

    private record Acceptance(String answerId, Imported imported) {}

    private record NewComment(String postId, String text, Imported imported) {}

    private record NewReaction(Imported imported) {}

    private record NewBadge(String memberId, String name, String badgeClass, Imported imported) {}
}
