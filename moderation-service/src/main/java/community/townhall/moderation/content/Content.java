/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A post or comment as moderation knows it. How it stands has two parts that do not disturb one another: how its newest
 * text stands for itself, and whether the whole of it was taken from view.
 *
 * @param version counts changes: 1 is the first
 * @param under the post that a comment, or the question that an answer stands under; absent also in what was stored
 *     before that was written down
 * @param latest the newest text that was screened
 * @param textStanding how that text stands for itself: approved, held or rejected
 * @param visible the text that its readers see, or would if it were not taken from view; absent when none
 * @param standing the takedown when there is one, else the latest text's standing
 * @param reasons why it stands as it does, for its author
 * @param decidedBy the moderator who decided how it stands, absent when a machine did
 * @param caseId where that was decided, absent when the screening did
 * @param rulings how many rulings of its case were applied
 * @param screenings of the newest revisions, oldest first
 * @param deletedAt when its author deleted it, which is for good
 */
public record Content(
        String id,
        long version,
        SubjectType type,
        @Nullable String under,
        String authorId,
        @Nullable String origin,
        Revision latest,
        Standing textStanding,
        @Nullable Revision visible,
        Standing standing,
        List<Reason> reasons,
        @Nullable String decidedBy,
        @Nullable String caseId,
        Instant decidedAt,
        int rulings,
        List<Screening> screenings,
        @Nullable Instant deletedAt) {

    /** A member may edit without end; the verdicts on their last texts are what moderators look at. */
    private static final int SCREENINGS_KEPT = 50;

    /** A new state and what happened on the way to it. */
    public record Change(Content content, List<ContentEvent> events) {}

    /** How it stands, and who said so. */
    private record Word(
            Standing standing,
            List<Reason> reasons,
            @Nullable String decidedBy,
            @Nullable String caseId,
            Instant at) {

        static Word of(Screening screening) {
            return new Word(screening.standing(), screening.reasons(), null, null, screening.at());
        }

        static Word of(Screening screening, Instant at) {
            return new Word(screening.standing(), screening.reasons(), null, null, at);
        }

        static Word of(Ruling ruling, Standing standing) {
            return new Word(standing, ruling.reasons(), ruling.decidedBy(), ruling.caseId(), ruling.at());
        }
    }

    /** A subject that was never screened before. */
    public static Change first(Submission submission, Screening screening) {
        Content content = begun(submission, screening.standing(), Word.of(screening), List.of(screening));
        return new Change(
                content,
                List.of(new ContentEvent.Screened(content, submission.revision().number())));
    }

    /** A subject that its author deleted before its text came here: it is kept so that the text stays unjudged. */
    public static Change unscreened(Submission submission, Instant deletedAt) {
        Word nothing = new Word(Standing.HELD, List.of(), null, null, deletedAt);
        Content content = begun(submission, Standing.HELD, nothing, List.of()).withDeletedAt(deletedAt);
        return new Change(content, List.of());
    }

    private static Content begun(Submission submission, Standing standing, Word word, List<Screening> screenings) {
        Revision revision = submission.revision();
        return new Content(
                submission.subjectId(),
                1,
                submission.type(),
                submission.under(),
                submission.authorId(),
                submission.origin(),
                revision,
                standing,
                standing == Standing.APPROVED ? revision : submission.inForce(),
                standing,
                word.reasons(),
                word.decidedBy(),
                word.caseId(),
                word.at(),
                0,
                screenings,
                null);
    }

    /**
     * A further revision was screened. It never lifts a ruling that took the content from view: the text is kept for
     * the moderator who may restore it.
     *
     * @return empty when that revision, or a newer one, was screened before, and when its author deleted it all
     */
    public Optional<Change> screenedAgain(Submission submission, Screening screening) {
        Revision revision = submission.revision();
        if (isDeleted() || revision.number() <= latest.number()) {
            return Optional.empty();
        }
        return Optional.of(screened(submission.under(), revision, submission.inForce(), screening, kept(screening)));
    }

    /**
     * One phase takes back what it held against the newest text.
     *
     * @return empty when that is another text, when the phase says what it said or worse, and when a moderator has
     *     decided about the text meanwhile
     */
    public Optional<Change> lifted(int revision, Verdict verdict, Instant now) {
        if (isDeleted() || revision != latest.number() || screenings.isEmpty()) {
            return Optional.empty();
        }
        Screening former = screenings.getLast();
        if (former.revision() != revision || former.standing() != textStanding || !former.isMilder(verdict)) {
            return Optional.empty();
        }
        Screening screening = former.with(verdict, now);
        List<Screening> all = new ArrayList<>(screenings);
        all.set(all.size() - 1, screening);
        return Optional.of(screened(under, latest, visible, screening, List.copyOf(all)));
    }

    private Change screened(
            @Nullable String nowUnder,
            Revision text,
            @Nullable Revision inForce,
            Screening screening,
            List<Screening> all) {
        Standing judged = screening.standing();
        Content renewed = new Content(
                id,
                version,
                type,
                nowUnder,
                authorId,
                origin,
                text,
                judged,
                judged == Standing.APPROVED ? text : inForce,
                standing,
                reasons,
                decidedBy,
                caseId,
                decidedAt,
                rulings,
                all,
                null);
        Content content = standing.isTakenDown() ? renewed : renewed.with(Word.of(screening), rulings);
        return new Change(content, List.of(new ContentEvent.Screened(content, text.number())));
    }

    private List<Screening> kept(Screening added) {
        return Stream.concat(
                        screenings.stream().skip(Math.max(0, screenings.size() + 1 - SCREENINGS_KEPT)),
                        Stream.of(added))
                .toList();
    }

    /**
     * Applies what was decided in this content's case. Letting a text through, or not, is void once a newer text was
     * screened: nobody has judged that one. Of what its author deleted nothing is told any more.
     *
     * <p>Restoring puts it back to where it would stand had it not been taken from view; but what its readers never saw
     * is let through by whoever restores it, if that is the text they looked at.
     *
     * @return empty when this ruling, or a later one, was applied before
     */
    public Optional<Change> rule(Ruling ruling) {
        if (ruling.number() <= rulings) {
            return Optional.empty();
        }
        boolean overtaken = ruling.revision() < latest.number();
        boolean ofTheText = ruling.action() == Ruling.Action.APPROVE || ruling.action() == Ruling.Action.REJECT;
        if (isDeleted() || (ofTheText && overtaken)) {
            return Optional.of(new Change(with(word(), ruling.number()), List.of()));
        }
        return Optional.of(
                switch (ruling.action()) {
                    case APPROVE -> {
                        Content content = judged(ruling, Standing.APPROVED, latest);
                        yield changed(new ContentEvent.Approved(content, latest.number()));
                    }
                    case REJECT -> {
                        Revision left = latest.equals(visible) ? null : visible;
                        Content content = judged(ruling, Standing.REJECTED, left);
                        yield changed(new ContentEvent.Rejected(content, latest.number()));
                    }
                    case HIDE -> {
                        Content content = with(Word.of(ruling, Standing.HIDDEN), ruling.number());
                        yield changed(new ContentEvent.Hidden(content, latest.number()));
                    }
                    case REMOVE -> {
                        Content content = with(Word.of(ruling, Standing.REMOVED), ruling.number());
                        yield changed(new ContentEvent.Removed(content, latest.number()));
                    }
                    case RESTORE -> {
                        Content content = isLetThroughByRestoring(ruling.revision())
                                ? judged(ruling, Standing.APPROVED, latest)
                                : with(wordOnceRestored(ruling), ruling.number());
                        yield changed(new ContentEvent.Restored(content, latest.number()));
                    }
                });
    }

    /** Its author deleted it, for good. Empty when that is known. */
    public Optional<Change> deleted(Instant at) {
        return isDeleted() ? Optional.empty() : Optional.of(new Change(withDeletedAt(at), List.of()));
    }

    /** The same, deleted when that was: it is this one, or something above it. */
    Content deletedWith(Content deleted) {
        return isDeleted() || deleted.deletedAt() == null ? this : withDeletedAt(deleted.deletedAt());
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** Whether readers see it. */
    public boolean isVisible() {
        return visible != null && !standing.isTakenDown() && !isDeleted();
    }

    /** Whether its newest text waits for a moderator, and would be seen by readers if it were let through. */
    public boolean isWaiting() {
        return standing == Standing.HELD && !isDeleted();
    }

    /** Whether its newest text will wait for a moderator once what was taken from view is restored. */
    public boolean waitsOnceRestored(int revisionLookedAt) {
        return textStanding == Standing.HELD && !isLetThroughByRestoring(revisionLookedAt);
    }

    private boolean isLetThroughByRestoring(int revisionLookedAt) {
        return visible == null && revisionLookedAt >= latest.number();
    }

    /** Why a text waits, or was not let through, its author learns from the screening that said so. */
    private Word wordOnceRestored(Ruling ruling) {
        return screenings.stream()
                .filter(screening -> screening.revision() == latest.number()
                        && textStanding != Standing.APPROVED
                        && screening.standing() == textStanding)
                .findFirst()
                .map(screening -> Word.of(screening, ruling.at()))
                .orElseGet(() -> Word.of(ruling, textStanding));
    }

    private Word word() {
        return new Word(standing, reasons, decidedBy, caseId, decidedAt);
    }

    private Content judged(Ruling ruling, Standing latestText, @Nullable Revision nowVisible) {
        return with(latestText, nowVisible, Word.of(ruling, latestText), ruling.number());
    }

    private Content with(Word word, int rulingsApplied) {
        return with(textStanding, visible, word, rulingsApplied);
    }

    private Content with(Standing latestText, @Nullable Revision nowVisible, Word word, int rulingsApplied) {
        return new Content(
                id,
                version,
                type,
                under,
                authorId,
                origin,
                latest,
                latestText,
                nowVisible,
                word.standing(),
                word.reasons(),
                word.decidedBy(),
                word.caseId(),
                word.at(),
                rulingsApplied,
                screenings,
                deletedAt);
    }

    private Content withDeletedAt(Instant at) {
        return new Content(
                id,
                version,
                type,
                under,
                authorId,
                origin,
                latest,
                textStanding,
                visible,
                standing,
                reasons,
                decidedBy,
                caseId,
                decidedAt,
                rulings,
                screenings,
                at);
    }

    private static Change changed(ContentEvent event) {
        return new Change(event.content(), List.of(event));
    }
}
