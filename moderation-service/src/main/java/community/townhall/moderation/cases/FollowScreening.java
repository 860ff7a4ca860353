/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Contents;
import java.time.Clock;
import java.util.Optional;

/** Opens a case for what the screening held, and keeps cases about the newest text. */
public final class FollowScreening {

    private final Docket docket;
    private final Cases cases;
    private final Contents contents;
    private final Clock clock;

    FollowScreening(Docket docket, Cases cases, Contents contents, Clock clock) {
        this.docket = docket;
        this.cases = cases;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * A revision was screened. Only a case that exists, or must, is touched: the approval of a first text, which is
     * nearly everything, costs nothing.
     *
     * @param first whether nothing was known of the content before
     */
    public void screened(String subjectId, int revision, boolean held, boolean first) {
        if (!held && first) {
            return;
        }
        Optional<Content> screened = contents.findInPlace(subjectId)
                .filter(content -> content.latest().number() == revision);
        if (screened.isEmpty() || screened.get().isDeleted()) {
            return; // a newer text was screened meanwhile, and its event follows; or there is nothing left to decide
        }
        Content content = screened.get();
        if (content.isWaiting()) {
            docket.change(
                    subjectId,
                    () -> Case.open(content, CaseOrigin.SCREENING, clock.instant())
                            .held(clock.instant()),
                    found -> found.screened(content, clock.instant()));
        } else if (cases.find(subjectId).isPresent()) {
            docket.change(subjectId, found -> found.screened(content, clock.instant()));
        }
    }
}
