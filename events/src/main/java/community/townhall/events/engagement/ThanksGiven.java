/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.SubmittedText;
import community.townhall.events.TextSubmitted;

/** A member thanked another, or put it in other words; it waits to be screened. */
public record ThanksGiven(ThanksState thanks) implements ThanksChanged, TextSubmitted {

    @Override
    public SubmittedText submitted() {
        return thanks.submitted();
    }
}
