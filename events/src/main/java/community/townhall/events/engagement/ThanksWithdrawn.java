/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextDeleted;

/** A member took their thanks back, for good. */
public record ThanksWithdrawn(ThanksState thanks) implements ThanksChanged, TextDeleted {

    @Override
    public SubmittedText deleted() {
        return thanks.submitted();
    }
}
