/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.outbox.Retry;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.SubjectType;
import community.townhall.moderation.content.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What its author has deleted is nobody's case any more, and neither is what stands under it: nobody sees that either. As
 * that may be much, it is left to a job. What comes later, or is missed by it, finds the deletion by itself: a case that is
 * written looks afterwards whether its subject is gone, and its subject is marked before its cases are looked for.
 */
public final class FollowDeletion {

    private static final int AT_A_TIME = 100;

    /** Has {@link #closeBelow} done step by step, once. */
    @FunctionalInterface
    interface Later {
        void closeBelow(String subjectId, Instant deletedAt);
    }

    private final Docket docket;
    private final Cases cases;
    private final Contents contents;
    private final Later later;

    FollowDeletion(Docket docket, Cases cases, Contents contents, Later later) {
        this.docket = docket;
        this.cases = cases;
        this.contents = contents;
        this.later = later;
    }

    /** @param last what it said when it was deleted; it may not have come here before */
    public void deleted(Submission last, Instant at) {
        boolean unknown = contents.find(last.subjectId()).isEmpty();
        if (!unknown || !contents.insert(Content.unscreened(last, at), at)) {
            markDeleted(last.subjectId(), at);
        }
        close(last.subjectId(), at);
        followBelow(last.subjectId(), last.type(), at);
    }

    /** A text was stored: what stands under it may have come before it, and what it stands under be deleted. */
    public void stored(Submission submission) {
        if (submission.type().isPost() && submission.under() != null) {
            contents.find(submission.under())
                    .map(Content::deletedAt)
                    .ifPresent(at -> followBelow(submission.subjectId(), submission.type(), at));
        }
    }

    /**
     * Closes cases about what stands under that, a page at a time.
     *
     * @param after where to go on, absent at first
     * @return where to go on next, empty when all is done
     */
    Optional<String> closeBelow(String subjectId, Instant deletedAt, @Nullable String after) {
        List<Contents.Below> page = contents.below(subjectId, after, AT_A_TIME);
        for (Contents.Below below : page) {
            close(below.id(), deletedAt);
            followBelow(below.id(), below.type(), deletedAt);
        }
        return page.size() < AT_A_TIME
                ? Optional.empty()
                : Optional.of(page.getLast().id());
    }

    private void followBelow(String subjectId, SubjectType type, Instant at) {
        if (type.isPost() && !contents.below(subjectId, null, 1).isEmpty()) {
            later.closeBelow(subjectId, at);
        }
    }

    private void close(String subjectId, Instant at) {
        if (cases.find(subjectId).isPresent()) {
            docket.change(subjectId, found -> found.subjectDeleted(at));
        }
    }

    private void markDeleted(String subjectId, Instant at) {
        Retry.onConflict(() -> {
            Optional<Content.Change> change = contents.find(subjectId).flatMap(content -> content.deleted(at));
            change.ifPresent(deleted -> contents.update(deleted, at));
            return change.isPresent();
        });
    }
}
