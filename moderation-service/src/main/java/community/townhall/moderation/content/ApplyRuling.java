/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.content;

import community.townhall.kit.outbox.Retry;
import java.util.Optional;

/** Brings content to where a decision puts it. Doing so again changes nothing. */
public final class ApplyRuling {

    private final Contents contents;

    public ApplyRuling(Contents contents) {
        this.contents = contents;
    }

    /** @throws IllegalArgumentException when that content is not known: it was when the case was opened */
    public void apply(Ruling ruling) {
        Retry.onConflict(() -> {
            Content content = contents.findInPlace(ruling.subjectId())
                    .orElseThrow(() -> new IllegalArgumentException("No content " + ruling.subjectId()));
            Optional<Content.Change> change = content.rule(ruling);
            change.ifPresent(changed -> contents.update(changed, ruling.at()));
            return change.isPresent();
        });
    }
}
