/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.moderation.content.Ruling;
import java.util.Optional;

/** What can be decided in a case. */
public enum CaseAction {
    APPROVE,
    REJECT,
    HIDE,
    REMOVE,
    RESTORE,
    /** The content stays as it is. */
    DISMISS;

    /** What it does to the content, empty when nothing. */
    public Optional<Ruling.Action> ruling() {
        return switch (this) {
            case APPROVE -> Optional.of(Ruling.Action.APPROVE);
            case REJECT -> Optional.of(Ruling.Action.REJECT);
            case HIDE -> Optional.of(Ruling.Action.HIDE);
            case REMOVE -> Optional.of(Ruling.Action.REMOVE);
            case RESTORE -> Optional.of(Ruling.Action.RESTORE);
            case DISMISS -> Optional.empty();
        };
    }

    /** Whether it goes against the content, so that its author must be told why, and whoever reported it was right. */
    public boolean isAdverse() {
        return this == REJECT || this == HIDE || this == REMOVE;
    }
}
