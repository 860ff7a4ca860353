/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.importer.stackexchange;

import community.townhall.importer.report.ImportReport;
import community.townhall.importer.report.KindTally;
import community.townhall.importer.report.ProgressBar;
import community.townhall.importer.stackexchange.RowSender.Asked;
import community.townhall.importer.suite.Answer;
import community.townhall.importer.suite.Pace;
import community.townhall.importer.suite.Settling;
import community.townhall.importer.suite.Suite;
import community.townhall.importer.suite.Suite.Write;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Dump dump;
    private final String origin;
    private final Suite suite;
    private final Settling settling;
    private final Pace pace;
    private final Workers workers;
    private final ProgressBar progress;
    private final Map<Kind, KindTally> tallies = new EnumMap<>(Kind.class);
    private final Translation translation;
    private final EarlierImports earlier;
    /** What is wrong with whole files, by name. */
    private final Map<String, List<String>> files = new LinkedHashMap<>();

    private volatile String stage = "";
    private final AtomicLong rowsDone = new AtomicLong();

    /**
     * @param origin what the community is called in the ids and marks of what came from it
     * @param earlier the rows that earlier imports of it brought
     */
    public StackExchangeImport(
            Dump dump,
            String origin,
            EarlierImports earlier,
            Suite suite,
            Settling settling,
            Pace pace,
            int parallel,
            Function<Long, ProgressBar> progress) {
        this.dump = dump;
        this.origin = origin;
        this.translation = new Translation(origin);
        this.earlier = earlier;
        this.suite = suite;
        this.settling = settling;
        this.pace = pace;
        this.workers = new Workers(parallel);
        for (Kind kind : Kind.values()) {
            tallies.put(kind, new KindTally());
        }
        dump.faults().forEach((file, faults) -> files.put(file, new ArrayList<>(faults)));
        this.progress = progress.apply(dump.rows());
    }

    /**
     * Imports everything, waits until the suite has settled and asks it what it holds.
     *
     * @throws java.io.UncheckedIOException when the suite stays away
     */
    public ImportReport run() throws IOException {
        long startedAt = System.nanoTime();
        pass("users", "Users", sender(Kind.USERS, "engagement", translation::user), Kind.USERS);
        RowSender toAbouts = senderOfSeveral(Kind.ABOUTS, "engagement", translation::about);
        pass("users", "Users", toAbouts::send, toAbouts, null);
        setUpTopicOfTheUntagged();
        pass("topics", "Tags", sender(Kind.TOPICS, "content", translation::topic), Kind.TOPICS);
        RowSender toQuestions = sender(Kind.QUESTIONS, "content", translation::question);
        RowSender toWikis = sender(Kind.WIKIS, "content", translation::wiki);
        pass("questions", "Posts", row -> questionOrOther(row, toQuestions, toWikis), toQuestions, Kind.OTHER_POSTS);
        toWikis.flush();
        RowSender toAnswers = sender(Kind.ANSWERS, "content", translation::answer);
        pass("answers", "Posts", row -> answerOnly(row, toAnswers), toAnswers, null);
        settling.await(); // comments and votes are checked against what engagement has heard of posts
        pass("comments", "Comments", sender(Kind.COMMENTS, "engagement", translation::comment), Kind.COMMENTS);
        pass("votes", "Votes", sender(Kind.VOTES, "engagement", this::vote), Kind.VOTES);
        RowSender toVotesForComments = senderOfSeveral(
                Kind.VOTES, "engagement", (row, tally) -> translation.votesForComment(row, tally, earlier));
        pass("votes", "Comments", toVotesForComments::send, toVotesForComments, null);
        // After the votes, which know when: here only what no vote told of is left.
        acceptances();
        pass("badges", "Badges", sender(Kind.BADGES, "rewards", translation::badge), Kind.BADGES);
        progress.at("settling", rowsDone.get());
        settling.await();
        progress.finish("done");
        askWhatIsPresent();
        Map<String, KindTally.Figures> kinds = new LinkedHashMap<>();
        tallies.forEach((kind, tally) -> {
            earlier.notReadNow(kind, id -> tally.gone(String.valueOf(id)));
            kinds.put(kind.reportName(), tally.figures());
        });
        return new ImportReport((System.nanoTime() - startedAt) / 1e9, files, kinds);
    }

    /** It comes from no dump, so whoever renamed it shall find it as they left it. */
    private void setUpTopicOfTheUntagged() {
        Write topic = translation.topicOfTheUntagged();
        if (suite.get(topic.path()) instanceof Answer.Refused) {
            suite.send(topic);
        }
    }

    private RowSender sender(Kind kind, String service, BiFunction<Row, KindTally, Asked> translated) {
        return senderOfSeveral(kind, service, (row, tally) -> List.of(translated.apply(row, tally)));
    }

    private RowSender senderOfSeveral(Kind kind, String service, BiFunction<Row, KindTally, List<Asked>> translated) {
        return new RowSender(suite, service, pace, workers, tally(kind), translated, this::rowDone);
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
     * @param broken what rows that cannot be read count as; null where an earlier pass over the file counted them
     */
    private void pass(String name, String file, Consumer<Row> onRow, RowSender sender, @Nullable Kind broken)
            throws IOException {
        stage = name;
        AtomicLong unreadable = new AtomicLong();
        dump.forEach(file, onRow, reason -> {
            unreadable.incrementAndGet();
            if (broken != null) {
                tally(broken).read();
                tally(broken).leftOut(reason);
                rowDone();
            }
        });
        sender.flush();
        workers.join();
        if (broken != null) {
            requireSome(file, broken == Kind.OTHER_POSTS ? Kind.QUESTIONS : broken, unreadable.get());
        }
        earlier.save();
    }

    /** Takes it for a fault of the file when none of its rows came in though some should have. */
    private void requireSome(String file, Kind kind, long unreadable) {
        KindTally.Figures figures = tally(kind).figures();
        if (figures.lost() + unreadable > 0
                && figures.accepted() + figures.changed().count() == 0) {
            files.computeIfAbsent(file + ".xml", name -> new ArrayList<>()).add("holds nothing that could come in");
        }
    }

    /** Counts a row as read and sends it on, unless one of its Id was there before. */
    private void count(Kind kind, Row row, RowSender sender) {
        tally(kind).read();
        if (isFirstOfItsId(kind, row)) {
            sender.send(row);
        } else {
            tally(kind).leftOut("its Id was read before");
            rowDone();
        }
    }

    /** A row without a good Id is left to whoever needs it. */
    private boolean isFirstOfItsId(Kind kind, Row row) {
        try {
            @Nullable Integer id = row.number("Id");
            return id == null || earlier.read(kind, id);
        } catch (Row.UnusableRowException e) {
            return true;
        }
    }

    private void questionOrOther(Row row, RowSender toQuestions, RowSender toWikis) {
        switch (PostRow.kind(row)) {
            case QUESTIONS -> count(Kind.QUESTIONS, row, toQuestions);
            case WIKIS -> count(Kind.WIKIS, row, toWikis);
            case OTHER_POSTS -> {
                tally(Kind.OTHER_POSTS).read();
                tally(Kind.OTHER_POSTS).leftOut(PostRow.nameOfType(row));
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

    private void acceptances() throws IOException {
        stage = "accepted";
        dump.forEach(
                "Posts",
                row -> workers.submit(
                        () -> translation.acceptance(row, tally(Kind.QUESTIONS)).ifPresent(this::acceptUntold)),
                broken -> {});
        workers.join();
    }

    /** An acceptance that no vote told of. */
    private void acceptUntold(Translation.QuestionsAcceptance acceptance) {
        switch (send(acceptance.write())) {
            case Answer.Accepted _ -> {}
            case Answer.SaidOtherwise _ -> translation.acceptanceChanged(acceptance.question(), tally(Kind.QUESTIONS));
            case Answer.Refused refused -> tally(Kind.ANSWERS).remark("whose acceptance was " + refused.reason());
        }
    }

    private Answer send(Write acceptance) {
        return pace.keep(1, () -> suite.send(acceptance));
    }

    /**
     * A vote of acceptance names the answer alone; the suite knows its question.
     *
     * @throws Row.UnusableRowException when it came to nothing
     */
    private void acceptAsVoted(Row vote) {
        int answer = translation.requiredPost(vote);
        Instant at = vote.requiredTime("CreationDate");
        if (!(suite.get("/api/content/posts/" + translation.postId(answer)) instanceof Answer.Accepted(JsonNode stored))
                || !stored.hasNonNull("questionId")) {
            throw new Row.UnusableRowException("an acceptance of what is no answer");
        }
        Write acceptance = translation.acceptance(stored.path("questionId").asString(), answer, at);
        switch (send(acceptance)) {
            case Answer.Accepted _ -> translation.accepted(answer);
            case Answer.SaidOtherwise _ ->
                throw new Row.LeftAsItWasException("of acceptance left out: another answer is accepted here");
            case Answer.Refused refused -> throw new Row.UnusableRowException("an acceptance, " + refused.reason());
        }
    }

    private Asked vote(Row row, KindTally tally) {
        if (VoteRow.isAcceptance(row)) {
            acceptAsVoted(row);
        }
        return translation.vote(row, tally);
    }

    private void askWhatIsPresent() {
        JsonNode content = suite.importsOf("content", origin);
        JsonNode engagement = suite.importsOf("engagement", origin);
        tally(Kind.USERS).present(engagement.path("members").asLong());
        tally(Kind.ABOUTS).present(engagement.path("abouts").asLong());
        tally(Kind.TOPICS).present(content.path("topics").asLong());
        tally(Kind.WIKIS).present(content.path("wikis").asLong());
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
}
