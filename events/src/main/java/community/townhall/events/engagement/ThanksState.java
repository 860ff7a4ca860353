/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.engagement;

import community.townhall.events.PublicationStatus;
import community.townhall.events.SubmittedText;
import community.townhall.events.TargetType;
import java.time.Instant;

/**
 * A thanks as it stands after the event.
 *
 * @param memberId who thanks
 * @param targetId the post or comment that they thank for
 * @param toId who wrote that
 * @param word what they say, in Markdown
 * @param revision counts their words: 1 is the first
 * @param at when they said it first
 */
public record ThanksState(
        String id,
        String memberId,
        TargetType targetType,
        String targetId,
        String toId,
        String word,
        int revision,
        PublicationStatus status,
        Instant at) {

    /** What moderation calls it. */
    public static final String SUBJECT_TYPE = "THANKS";

    SubmittedText submitted() {
        return new SubmittedText(
                SUBJECT_TYPE,
                id,
                targetId,
                memberId,
                new SubmittedText.Wording(revision, null, word, null),
                null,
                null);
    }
}
