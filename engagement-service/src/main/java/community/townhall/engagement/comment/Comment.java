/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.comment;

import community.townhall.kit.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param version counts changes: 1 is the comment as it was written
 * @param parentId the comment it replies to, absent for one on the post itself
 * @param revision counts texts: 1 is the first
 * @param standing the latest that moderation holds of it, absent until it was screened
 * @param deletedByAuthor its author took it down: no judgement brings it back
 * @param publishedAt when it first became visible
 * @param origin the community it was imported from
 * @param requestHash what the creating request said, to tell its repetition from another
 */
public record Comment(
        String id,
        long version,
        String authorId,
        String postId,
        @Nullable String parentId,
        CommentText text,
        int revision,
        CommentStatus status,
        @Nullable Standing standing,
        boolean deletedByAuthor,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable String origin,
        @Nullable String requestHash) {

    /**
     * What is to be written: the comment after a decision, and what happened.
     *
     * @param events none when only moderation's bookkeeping moves on
     * @param at when it happened
     */
    public record Change(Comment comment, List<CommentEvent> events, Instant at) {}

    /** A new comment, which waits to be screened. */
    public static CommentEvent.Written written(
            String id,
            String authorId,
            String postId,
            @Nullable String parentId,
            CommentText text,
            Instant at,
            @Nullable String origin,
            @Nullable String requestHash) {
        return new CommentEvent.Written(new Comment(
                id,
                1,
                authorId,
                postId,
                parentId,
                text,
                1,
                CommentStatus.PENDING,
                null,
                false,
                at,
                null,
                null,
                origin,
                requestHash));
    }

    /** As it is once a change of it is written: one version on. */
    public Comment stored() {
        return new Comment(
                id,
                version + 1,
                authorId,
                postId,
                parentId,
                text,
                revision,
                status,
                standing,
                deletedByAuthor,
                createdAt,
                publishedAt,
                editedAt,
                origin,
                requestHash);
    }

    /** Whether readers see it. */
    public boolean isVisible() {
        return status == CommentStatus.PUBLISHED;
    }

    /**
     * Its author writes it anew; it is screened again. What a moderator took from view stays there: an edit is no way
     * around a decision.
     *
     * @param seenVersion the version the author edited; what others decided since does not matter
     * @return empty when the text is the same
     * @throws Refusal when somebody else asks, when it has changed since, when it was taken from view, or when the
     *     text may not be written
     */
    public Optional<Change> edited(String editorId, String newValue, long seenVersion, Instant now) {
        requireAuthor(editorId, "edit");
        if (!text.wasSeenAt(seenVersion, version)) {
            throw Refusal.stale("The comment has changed since version " + seenVersion + "; load it and edit again");
        }
        if (status == CommentStatus.HIDDEN || status == CommentStatus.REMOVED) {
            throw Refusal.conflict("A comment that was taken from view cannot be edited");
        }
        if (text.value().equals(newValue)) {
            return Optional.empty();
        }
        CommentText newText = text.replacedBy(newValue, version + 1);
        Comment edited = new Comment(
                id,
                version,
                authorId,
                postId,
                parentId,
                newText,
                revision + 1,
                CommentStatus.PENDING,
                standing,
                false,
                createdAt,
                publishedAt,
                now,
                origin,
                requestHash);
        return Optional.of(new Change(edited, List.of(new CommentEvent.Edited(edited)), now));
    }

    /**
     * Its author takes it down, for good.
     *
     * @return empty when they did before
     * @throws Refusal when somebody else asks
     */
    public Optional<Change> deleted(String askerId, Instant now) {
        requireAuthor(askerId, "delete");
        if (deletedByAuthor) {
            return Optional.empty();
        }
        Comment deleted = new Comment(
                id,
                version,
                authorId,
                postId,
                parentId,
                text,
                revision,
                CommentStatus.REMOVED,
                standing,
                true,
                createdAt,
                publishedAt,
                editedAt,
                origin,
                requestHash);
        return Optional.of(new Change(
                deleted, List.of(new CommentEvent.Removed(deleted), new CommentEvent.Withdrawn(deleted)), now));
    }

    /**
     * Moderation judges. A standing is all that moderation holds of the comment, so the latest counts alone: one that is
     * not newer than the one in force changes nothing, and standings may come late, twice, and in any order. A takedown
     * concerns the comment, whichever text moved the moderator. Everything else concerns the text it names; of another
     * text it only says that it is not, or no longer, taken down.
     *
     * @param now when we learn of it
     */
    public Optional<Change> judged(Standing judgement, Instant now) {
        if (standing != null && judgement.version() <= standing.version()) {
            return Optional.empty();
        }
        boolean ofAnotherText = judgement.revision() != revision && !judgement.isTakedown();
        if (ofAnotherText && (standing == null || !standing.isTakedown())) {
            return Optional.empty();
        }
        CommentStatus judgedStatus =
                ofAnotherText ? CommentStatus.PENDING : judgement.verdict().status();
        CommentStatus newStatus = deletedByAuthor ? CommentStatus.REMOVED : judgedStatus;
        boolean appears = newStatus == CommentStatus.PUBLISHED && publishedAt == null;
        // What is imported became visible when it was written there.
        Instant at = appears && origin != null ? createdAt : now;
        Comment judged = new Comment(
                id,
                version,
                authorId,
                postId,
                parentId,
                text,
                revision,
                newStatus,
                judgement,
                deletedByAuthor,
                createdAt,
                appears ? at : publishedAt,
                editedAt,
                origin,
                requestHash);
        List<CommentEvent> events = newStatus == status ? List.of() : List.of(judged.turnedFrom(status, appears));
        return Optional.of(new Change(judged, events, at));
    }

    private CommentEvent turnedFrom(CommentStatus former, boolean forTheFirstTime) {
        return switch (status) {
            case PUBLISHED ->
                !forTheFirstTime && (former == CommentStatus.HIDDEN || former == CommentStatus.REMOVED)
                        ? new CommentEvent.Restored(this)
                        : new CommentEvent.Published(this);
            case HELD -> new CommentEvent.Held(this);
            case REJECTED -> new CommentEvent.Rejected(this);
            case HIDDEN -> new CommentEvent.Hidden(this);
            case REMOVED -> new CommentEvent.Removed(this);
            case PENDING -> new CommentEvent.Edited(this); // its newer text is yet to be screened
        };
    }

    private void requireAuthor(String memberId, String what) {
        if (!authorId.equals(memberId)) {
            throw Refusal.forbidden("Only its author may " + what + " a comment");
        }
    }
}
