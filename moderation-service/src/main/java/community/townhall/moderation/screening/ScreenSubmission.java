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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Screens a text once: a revision that was screened before, or is older than one that was, changes nothing. */
public final class ScreenSubmission {

    /** How far back an author's history is looked at. */
    public static final Duration HISTORY = Duration.ofHours(24);

    private final Contents contents;
    private final Pipeline pipeline;
    private final Velocity velocity;
    private final NewMember newMember;
    private final Clock clock;

    /**
     * @param velocity the phase that says when an author writes too much: that is asked before the text is read
     * @param newMember the phase that asks how well an author is known: it is looked up only where it matters
     */
    public ScreenSubmission(Contents contents, Pipeline pipeline, Velocity velocity, NewMember newMember, Clock clock) {
        this.contents = contents;
        this.pipeline = pipeline;
        this.velocity = velocity;
        this.newMember = newMember;
        this.clock = clock;
    }

    /** @return the screening, empty when it changed nothing */
    public Optional<Screening> screen(Submission submission) {
        Instant now = clock.instant();
        AuthorHistory conduct = submission.isImported() ? AuthorHistory.ELSEWHERE : conduct(submission);
        // Whoever writes so much that it waits for a moderator anyway has no work done for it that others wait for.
        Reading reading = velocity.isPassed(submission, conduct) ? Reading.unread(submission) : Reading.of(submission);
        Screening screening = pipeline.screen(submission, reading, withStanding(conduct, submission, reading), now);
        String fingerprint = reading.words().fingerprint();
        // Nearly every text is the first of its subject: try that first and save a look.
        boolean isNew = contents.insert(Content.first(submission, fingerprint, screening), now);
        return isNew || replaced(submission, fingerprint, screening, now) ? Optional.of(screening) : Optional.empty();
    }

    private boolean replaced(Submission submission, String fingerprint, Screening screening, Instant now) {
        return Retry.onConflict(() -> {
            Optional<Content.Change> change = contents.find(submission.subjectId())
                    .flatMap(content -> content.screenedAgain(submission, fingerprint, screening));
            change.ifPresent(changed -> contents.update(changed, now));
            return change.isPresent();
        });
    }

    private AuthorHistory conduct(Submission submission) {
        List<Contents.Recent> others = contents
                .recentBy(submission.authorId(), submission.at().minus(HISTORY))
                .stream()
                .filter(recent -> !recent.subjectId().equals(submission.subjectId()))
                .toList();
        boolean isFirst = submission.revision().number() == 1;
        List<Instant> earlierTexts = isFirst
                ? List.of()
                : contents.find(submission.subjectId()).stream()
                        .flatMap(content -> content.screenings().stream())
                        .map(Screening::at)
                        .toList();
        return new AuthorHistory(others, earlierTexts, Integer.MAX_VALUE);
    }

    /** How well the author is known is looked up only where it matters. */
    private AuthorHistory withStanding(AuthorHistory conduct, Submission submission, Reading reading) {
        return newMember.concerns(submission, reading.links())
                ? new AuthorHistory(
                        conduct.recent(),
                        conduct.earlierTexts(),
                        contents.approvedPostsBy(submission.authorId(), newMember.heldPosts()))
                : conduct;
    }
}
