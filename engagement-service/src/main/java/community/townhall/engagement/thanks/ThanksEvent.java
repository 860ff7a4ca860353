/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.engagement.thanks;

import java.util.List;

/** What happened to a thanks, with it as it is after that. */
public sealed interface ThanksEvent {

    Thanks thanks();

    /** They were said, or said in other words. */
    record Given(Thanks thanks) implements ThanksEvent {}

    /** Moderation judged them. */
    record Judged(Thanks thanks, List<Thanks.Reason> reasons) implements ThanksEvent {

        public Judged {
            reasons = List.copyOf(reasons);
        }
    }

    /** They were taken back. */
    record Withdrawn(Thanks thanks) implements ThanksEvent {}
}
