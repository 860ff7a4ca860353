/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.kit.outbox.Retry;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Screening;
import community.townhall.moderation.content.Submission;
import community.townhall.moderation.screening.lexicon.NormalText;
import community.townhall.moderation.screening.phase.NewMember;
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
    private final NewMember newMember;
    private final Clock clock;

    /** @param newMember the phase that asks how well an author is known: it is looked up only where it matters */
    public ScreenSubmission(Contents contents, Pipeline pipeline, NewMember newMember, Clock clock) {
        this.contents = contents;
        this.pipeline = pipeline;
        this.newMember = newMember;
        this.clock = clock;
    }

    /** @return the screening, empty when it changed nothing */
    public Optional<Screening> screen(Submission submission) {
        Instant now = clock.instant();
        NormalText text = NormalText.of(submission.revision().whole());
        Screening screening = judge(submission, text, now);
        String fingerprint = text.fingerprint();
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

    private Screening judge(Submission submission, NormalText text, Instant now) {
        List<String> links = Links.hosts(submission.revision().whole());
        AuthorHistory author = submission.isImported() ? AuthorHistory.ELSEWHERE : history(submission, links);
        return pipeline.screen(submission, text, links, author, now);
    }

    private AuthorHistory history(Submission submission, List<String> links) {
        List<Contents.Recent> others = contents
                .recentBy(submission.authorId(), submission.at().minus(HISTORY))
                .stream()
                .filter(recent -> !recent.subjectId().equals(submission.subjectId()))
                .toList();
        int approvedPosts = newMember.concerns(submission, links)
                ? contents.approvedPostsBy(submission.authorId(), newMember.heldPosts())
                : Integer.MAX_VALUE;
        return new AuthorHistory(others, approvedPosts);
    }
}
