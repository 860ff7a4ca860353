/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Submission;
import community.townhall.moderation.content.Verdict;

/** One step of the screening. It looks at what it is given and at nothing else. */
public interface Phase {

    /** Also the name of the rule it stands for. */
    String name();

    Verdict judge(Submission submission, Context context);
}
