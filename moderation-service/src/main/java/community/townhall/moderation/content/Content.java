/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post or comment as moderation knows it.
 *
 * @param version counts changes: 1 is the first
 * @param latest the newest text that was screened
 * @param visible the newest text that was let through, absent until then
 * @param reasons why it stands as it does, for its author
 * @param decidedBy the moderator who decided how it stands, absent when a machine did
 * @param caseId where that was decided, absent when the screening did
 * @param rulings how many rulings of its case were applied
 * @param submittedAt when the latest text was handed in here, absent for what was imported
 * @param fingerprint of the latest text, equal for texts that differ in disguise only
 * @param screenings of every revision, oldest first
 */
public record Content(
        String id,
        long version,
        SubjectType type,
        String authorId,
        @Nullable String origin,
        Revision latest,
        @Nullable Revision visible,
        Standing standing,
        List<Reason> reasons,
        @Nullable String decidedBy,
        @Nullable String caseId,
        Instant decidedAt,
        int rulings,
        @Nullable Instant submittedAt,
        String fingerprint,
        List<Screening> screenings) {

    /** A new state and what happened on the way to it. */
    public record Change(Content content, List<ContentEvent> events) {}

    /** A subject that was never screened before. */
    public static Change first(Submission submission, String fingerprint, Screening screening) {
        Revision revision = submission.revision();
        Standing standing = screening.standing();
        Content content = new Content(
                submission.subjectId(),
                1,
                submission.type(),
                submission.authorId(),
                submission.origin(),
                revision,
                standing == Standing.APPROVED ? revision : null,
                standing,
                screening.reasons(),
                null,
                null,
                screening.at(),
                0,
                submission.isImported() ? null : submission.at(),
                fingerprint,
                List.of(screening));
        return new Change(content, List.of(new ContentEvent.Screened(content, revision.number())));
    }

    /**
     * A further revision was screened. It never lifts a ruling that took the content from view: the text is kept for
     * the moderator who may restore it.
     *
     * @return empty when that revision, or a newer one, was screened before
     */
    public Optional<Change> screenedAgain(Submission submission, String newFingerprint, Screening screening) {
        Revision revision = submission.revision();
        if (revision.number() <= latest.number()) {
            return Optional.empty();
        }
        boolean approved = screening.standing() == Standing.APPROVED;
        boolean takenDown = standing.isTakenDown();
        List<Screening> all = new ArrayList<>(screenings);
        all.add(screening);
        Content content = new Content(
                id,
                version,
                type,
                authorId,
                origin,
                revision,
                approved ? revision : visible,
                takenDown ? standing : screening.standing(),
                takenDown ? reasons : screening.reasons(),
                takenDown ? decidedBy : null,
                takenDown ? caseId : null,
                takenDown ? decidedAt : screening.at(),
                rulings,
                submission.isImported() ? null : submission.at(),
                newFingerprint,
                List.copyOf(all));
        return Optional.of(new Change(content, List.of(new ContentEvent.Screened(content, revision.number()))));
    }

    /**
     * Applies what was decided in this content's case. Letting a text through, or not, is void once a newer text was
     * screened: nobody has judged that one.
     *
     * @return empty when this ruling, or a later one, was applied before
     */
    public Optional<Change> rule(Ruling ruling) {
        if (ruling.number() <= rulings) {
            return Optional.empty();
        }
        boolean overtaken = ruling.revision() < latest.number();
        return Optional.of(
                switch (ruling.action()) {
                    case APPROVE -> {
                        if (overtaken) {
                            yield noted(ruling);
                        }
                        Content content = ruled(ruling, Standing.APPROVED, latest);
                        yield changed(new ContentEvent.Approved(content, latest.number()));
                    }
                    case REJECT -> {
                        if (overtaken) {
                            yield noted(ruling);
                        }
                        Content content = ruled(ruling, Standing.REJECTED, visible);
                        yield changed(new ContentEvent.Rejected(content, latest.number()));
                    }
                    case HIDE ->
                        changed(new ContentEvent.Hidden(ruled(ruling, Standing.HIDDEN, visible), latest.number()));
                    case REMOVE ->
                        changed(new ContentEvent.Removed(ruled(ruling, Standing.REMOVED, visible), latest.number()));
                    case RESTORE -> {
                        Revision shown = Objects.requireNonNullElse(visible, latest);
                        yield changed(
                                new ContentEvent.Restored(ruled(ruling, Standing.APPROVED, shown), shown.number()));
                    }
                });
    }

    /** Whether readers see it. */
    public boolean isVisible() {
        return visible != null && !standing.isTakenDown();
    }

    private Content ruled(Ruling ruling, Standing newStanding, @Nullable Revision nowVisible) {
        return new Content(
                id,
                version,
                type,
                authorId,
                origin,
                latest,
                nowVisible,
                newStanding,
                ruling.reasons(),
                ruling.decidedBy(),
                ruling.caseId(),
                ruling.at(),
                ruling.number(),
                submittedAt,
                fingerprint,
                screenings);
    }

    private Change noted(Ruling ruling) {
        Content content = new Content(
                id,
                version,
                type,
                authorId,
                origin,
                latest,
                visible,
                standing,
                reasons,
                decidedBy,
                caseId,
                decidedAt,
                ruling.number(),
                submittedAt,
                fingerprint,
                screenings);
        return new Change(content, List.of());
    }

    private static Change changed(ContentEvent event) {
        return new Change(event.content(), List.of(event));
    }
}
