/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import community.townhall.moderation.content.Content;
import community.townhall.moderation.content.Revision;
import community.townhall.moderation.content.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator wants to decide.
 *
 * @param rule under which
 * @param explanation for the author
 * @param requestId see {@link Decision}
 * @param requestHash see {@link Decision}
 */
public record Proposal(
        CaseAction action,
        @Nullable String rule,
        @Nullable String explanation,
        @Nullable String requestId,
        @Nullable String requestHash) {

    /** What goes against the content has a rule and an explanation. */
    void mustBeReasoned() {
        if (action.isAdverse()) {
            mustBePresent("rule", rule);
            mustBePresent("explanation", explanation);
        }
    }

    private static void mustBePresent(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, "required", "%s is required: the author is told why".formatted(field));
        }
    }

    /** @param lookedAt the text that it is about */
    void mustFit(Content content, Revision lookedAt) {
        Standing standing = content.standing();
        switch (action) {
            case APPROVE -> {
                mustBeLatest(lookedAt, content);
                mustBe(
                        standing == Standing.HELD || standing == Standing.REJECTED,
                        "Only what is held or rejected is approved");
            }
            case REJECT -> {
                mustBeLatest(lookedAt, content);
                mustBe(standing == Standing.HELD, "Only what is held is rejected; hide or remove what is visible");
            }
            case HIDE -> mustBe(content.isVisible() || content.isWaiting(), "Only what is visible or held is hidden");
            case REMOVE -> mustBe(standing != Standing.REMOVED, "It is removed already");
            case RESTORE -> mustBe(standing.isTakenDown(), "Only what is hidden or removed is restored");
            case DISMISS -> {
                mustBe(standing != Standing.HELD, "It is held: approve or reject it");
                boolean hiddenByReports = standing == Standing.HIDDEN && content.decidedBy() == null;
                mustBe(!hiddenByReports, "It is hidden by reports: restore, hide or remove it");
            }
        }
    }

    /** Letting a text through, or not, is about the text that was looked at. */
    private static void mustBeLatest(Revision lookedAt, Content content) {
        if (content.latest().number() != lookedAt.number()) {
            throw Refusal.stale("Its author has changed the text meanwhile");
        }
    }

    private static void mustBe(boolean fits, String otherwise) {
        if (!fits) {
            throw Refusal.conflict(otherwise);
        }
    }
}
