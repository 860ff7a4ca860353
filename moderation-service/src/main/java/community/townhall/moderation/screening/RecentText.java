/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.screening;

import community.townhall.moderation.content.Submission;
import java.time.Instant;

/**
 * A text that somebody handed in lately.
 *
 * @param fingerprint equal for texts that differ in disguise only; empty when it is nobody's model any more
 * @param at when it was handed in
 */
public record RecentText(String subjectId, int revision, String fingerprint, Instant at) {

    /** That text, just handed in. */
    public static RecentText of(Submission submission, String fingerprint) {
        return new RecentText(submission.subjectId(), submission.revision().number(), fingerprint, submission.at());
    }

    RecentText withoutFingerprint() {
        return new RecentText(subjectId, revision, "", at);
    }

    /** Whether it is this text that is being judged, handed over once more. */
    public boolean is(Submission submission) {
        return revision == submission.revision().number() && isOf(submission);
    }

    /** Whether it is a text of the same post or comment. */
    public boolean isOf(Submission submission) {
        return subjectId.equals(submission.subjectId());
    }
}
