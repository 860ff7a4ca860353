/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.outbox.Retry;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import community.townhall.moderation.content.Submission;
import java.time.Instant;
import java.util.Optional;

/** What its author has deleted is nobody's case any more. */
public final class FollowDeletion {

    private final Docket docket;
    private final Cases cases;
    private final Contents contents;

    FollowDeletion(Docket docket, Cases cases, Contents contents) {
        this.docket = docket;
        this.cases = cases;
        this.contents = contents;
    }

    /** @param last what it said when it was deleted; it may not have come here before */
    public void deleted(Submission last, Instant at) {
        boolean unknown = contents.find(last.subjectId()).isEmpty();
        if (!unknown || !contents.insert(Content.unscreened(last, at), at)) {
            markDeleted(last.subjectId(), at);
        }
        if (cases.find(last.subjectId()).isPresent()) {
            docket.change(last.subjectId(), found -> found.subjectDeleted(at));
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
