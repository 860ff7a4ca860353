/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.kit.outbox.Retry;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.phase.NewMember;
import community.townhall.moderation.screening.phase.Velocity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Screens a text once: a revision that was screened before, or is older than one that was, changes nothing. */
public final class ScreenSubmission {

    /** To read a text of so many letters costs no more than to look whether it is worth it. */
    private static final int SHORT = 2_000;

    private final Contents contents;
    private final RecentTexts recentTexts;
    private final Pipeline pipeline;
    private final Velocity velocity;
    private final NewMember newMember;
    private final LiftRepeats liftRepeats;
    private final Clock clock;

    /**
     * @param velocity the phase that says when an author writes too much: that is asked before the text is read
     * @param newMember the phase that asks how well an author is known: it is looked up only where it matters
     * @param liftRepeats what is done once a text that is like another is stored
     */
    public ScreenSubmission(
            Contents contents,
            RecentTexts recentTexts,
            Pipeline pipeline,
            Velocity velocity,
            NewMember newMember,
            LiftRepeats liftRepeats,
            Clock clock) {
        this.contents = contents;
        this.recentTexts = recentTexts;
        this.pipeline = pipeline;
        this.velocity = velocity;
        this.newMember = newMember;
        this.liftRepeats = liftRepeats;
        this.clock = clock;
    }

    /** @return the screening, empty when it changed nothing */
    public Optional<Screening> screen(Submission submission) {
        Instant now = clock.instant();
        // Whoever writes so much that it waits for a moderator anyway has no work done for it that others wait for.
        Reading reading = isTooMuch(submission) ? Reading.unread(submission) : Reading.of(submission);
        RecentText text = RecentText.of(submission, reading.body().fingerprint());
        AuthorHistory conduct = submission.isImported() ? AuthorHistory.ELSEWHERE : conduct(submission, text, reading);
        List<String> alike = conduct.alike(text);
        AuthorHistory author = alike.isEmpty() ? conduct : conduct.without(contents.deletedAmong(alike));
        Screening screening = pipeline.screen(submission, reading, author, now);
        // Nearly every text is the first of its subject: try that first and save a look.
        boolean isNew = contents.insert(Content.first(submission, screening), now);
        boolean changed = isNew || replaced(submission, screening, now);
        if (!alike.isEmpty()) {
            // What it is like may have been deleted since we looked, by a thread that did not find this text yet.
            liftRepeats.of(submission.authorId(), text.fingerprint());
        }
        return changed ? Optional.of(screening) : Optional.empty();
    }

    private boolean replaced(Submission submission, Screening screening, Instant now) {
        return Retry.onConflict(() -> {
            Optional<Content.Change> change = contents.find(submission.subjectId())
                    .flatMap(content -> content.screenedAgain(submission, screening));
            change.ifPresent(changed -> contents.update(changed, now));
            return change.isPresent();
        });
    }

    /** A look only: what counts is what stands there when the text is added. */
    private boolean isTooMuch(Submission submission) {
        return !submission.isImported()
                && submission.revision().text().length() > SHORT
                && velocity.isPassed(
                        submission, new AuthorHistory(recentTexts.by(submission.authorId()), Integer.MAX_VALUE));
    }

    private AuthorHistory conduct(Submission submission, RecentText text, Reading reading) {
        return new AuthorHistory(recentTexts.add(submission.authorId(), text), approvedPosts(submission, reading));
    }

    /** How well the author is known is looked up only where it matters. */
    private int approvedPosts(Submission submission, Reading reading) {
        return newMember.concerns(submission, reading.links())
                ? contents.approvedPostsBy(submission.authorId(), newMember.heldPosts())
                : Integer.MAX_VALUE;
    }
}
