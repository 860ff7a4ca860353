/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.agreement;

import community.townhall.content.moderation.Rulings;
import community.townhall.content.moderation.messaging.RulingWiring;
import community.townhall.content.post.Post;
import community.townhall.content.post.PostKind;
import community.townhall.content.post.PostsInMemory;
import community.townhall.content.post.messaging.PostWiring;
import community.townhall.engagement.comment.ChangeComment;
import community.townhall.engagement.comment.Comment;
import community.townhall.engagement.comment.CommentText;
import community.townhall.engagement.comment.messaging.CommentWiring;
import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.audit.AuditLog;
import community.townhall.moderation.audit.Entry;
import community.townhall.moderation.cases.Case;
import community.townhall.moderation.cases.CaseAction;
import community.townhall.moderation.cases.Desk;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Outcome;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;
import community.townhall.moderation.content.messaging.ContentWiring;
import community.townhall.moderation.screening.Context;
import community.townhall.moderation.screening.LiftRepeats;
import community.townhall.moderation.screening.Phase;
import community.townhall.moderation.screening.Pipeline;
import community.townhall.moderation.screening.RecentText;
import community.townhall.moderation.screening.RecentTexts;
import community.townhall.moderation.screening.ScreenSubmission;
import community.townhall.moderation.screening.phase.NewMember;
import community.townhall.moderation.screening.phase.Repeat;
import community.townhall.moderation.screening.phase.Velocity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One text, its owner and moderation. */
final class World {

    static final String ID = "text";

    private static final String AUTHOR = "author";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    /** What a text is, and so who owns it. */
    enum Kind {
        POST(SubjectType.POST),
        ANSWER(SubjectType.POST),
        COMMENT(SubjectType.COMMENT);

        private final SubjectType type;

        Kind(SubjectType type) {
            this.type = type;
        }
    }

    /** Judges by one word. */
    private static final class OneWord implements Phase {

        @Override
        public String name() {
            return "one-word";
        }

        @Override
        public Verdict judge(Submission submission, Context context) {
            String text = submission.revision().text();
            return text.contains("severe")
                    ? Verdict.objection(name(), Outcome.REJECT, "Severe", null)
                    : text.contains("coarse")
                            ? Verdict.objection(name(), Outcome.HOLD, "Coarse", null)
                            : Verdict.pass(name());
        }
    }

    private static final class NoLog implements AuditLog {

        @Override
        public Insertion insert(Entry entry) {
            return Insertion.ADDED;
        }

        @Override
        public Optional<Entry> head() {
            return Optional.empty();
        }

        @Override
        public List<Entry> after(long sequence, int limit) {
            return List.of();
        }

        @Override
        public List<Entry> before(long sequence, int limit) {
            return List.of();
        }
    }

    /** None of what is written here is like another. */
    private static final class NoRecentTexts implements RecentTexts {

        @Override
        public List<RecentText> by(String authorId) {
            return List.of();
        }

        @Override
        public List<RecentText> add(String authorId, RecentText text) {
            return List.of();
        }
    }

    final Kind kind;
    private final Wire owned = new Wire();
    private final Wire moderated = new Wire();
    private final PostsInMemory posts = new PostsInMemory(
            (event, version) -> owned.send(PostWiring.contract(event, version), version, CLOCK.instant()), CLOCK);
    private final CommentsInMemory comments = new CommentsInMemory(
            (event, version) -> owned.send(CommentWiring.contract(event, version), version, CLOCK.instant()));
    private final ContentsInMemory contents = new ContentsInMemory(
            (event, version) -> moderated.send(ContentWiring.contract(event, version), version, CLOCK.instant()));
    private final ChangeComment changeComment = new ChangeComment(comments.port(), new PostsAllSeen().port(), CLOCK);
    private final Desk desk = new Desk(contents, new ReportsInMemory(), new NoLog(), CLOCK);
    private int texts;

    World(Kind kind, String firstText) {
        this.kind = kind;
        Pipeline pipeline = new Pipeline(List.of(new OneWord()));
        RecentTexts recentTexts = new NoRecentTexts();
        LiftRepeats liftRepeats =
                new LiftRepeats(contents, recentTexts, new Repeat(Duration.ofHours(24), 40, 3), CLOCK);
        ScreenSubmission screenSubmission = new ScreenSubmission(
                contents,
                recentTexts,
                pipeline,
                new Velocity(1_000, Duration.ofMinutes(1)),
                new NewMember(0, true),
                liftRepeats,
                CLOCK);
        owned.to(desk.texts(screenSubmission, liftRepeats));
        moderated.to(desk.screenings());
        moderated.to(
                kind == Kind.COMMENT
                        ? CommentWiring.standings(changeComment)
                        : RulingWiring.consumer(Rulings.to(posts.asPosts(), CLOCK)));
        switch (kind) {
            case POST -> posts.write(ID, AUTHOR, PostKind.ARTICLE, firstText);
            case ANSWER -> posts.write(ID, AUTHOR, PostKind.ANSWER, firstText);
            case COMMENT ->
                comments.add(Comment.written(
                        ID, AUTHOR, "post", null, new CommentText(firstText), CLOCK.instant(), null, null));
        }
    }

    /** @return whether it was done rather than refused */
    boolean attempt(Act act) {
        try {
            switch (act) {
                case EDIT_CLEAN -> edit("clean ");
                case EDIT_COARSE -> edit("coarse ");
                case EDIT_SEVERE -> edit("severe ");
                case DELETE -> delete();
                case REPORT -> desk.report(kind.type, ID);
                case DISMISS -> desk.decide(kind.type, ID, CaseAction.DISMISS);
                case APPROVE -> desk.decide(kind.type, ID, CaseAction.APPROVE);
                case REJECT -> desk.decide(kind.type, ID, CaseAction.REJECT);
                case HIDE -> desk.decide(kind.type, ID, CaseAction.HIDE);
                case REMOVE -> desk.decide(kind.type, ID, CaseAction.REMOVE);
                case RESTORE -> desk.decide(kind.type, ID, CaseAction.RESTORE);
            }
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void edit(String word) {
        String text = word + ++texts;
        if (kind == Kind.COMMENT) {
            changeComment.edit(ID, AUTHOR, text, comment().version());
        } else {
            posts.edit(ID, text);
        }
    }

    private void delete() {
        if (kind == Kind.COMMENT) {
            changeComment.delete(ID, AUTHOR);
        } else {
            posts.withdraw(ID);
        }
    }

    void deliverSome(Random random) {
        owned.deliverSome(random);
        moderated.deliverSome(random);
    }

    /** Until nobody has anything left to hear. */
    void settle() {
        boolean any;
        do {
            any = owned.deliverAll();
            any |= moderated.deliverAll();
            any |= owned.redriveDeadLetters();
            any |= moderated.redriveDeadLetters();
        } while (any);
    }

    Post post() {
        return posts.find(ID).orElseThrow();
    }

    Comment comment() {
        return comments.find(ID).orElseThrow();
    }

    Content content() {
        return contents.find(ID).orElseThrow();
    }

    Optional<Case> caseAbout() {
        return desk.caseOf(ID);
    }
}
