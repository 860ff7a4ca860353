/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.moderation.cases;

import community.townhall.kit.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is, who is on it, and who may take it further.
 *
 * @param assigneeId present while {@link CaseStatus#ASSIGNED}
 * @param claimedUntil when that claim expires
 * @param closing why it is {@link CaseStatus#CLOSED}; absent for what release 0.1 closed
 */
public record Progress(
        CaseStatus status,
        @Nullable String assigneeId,
        @Nullable Instant claimedUntil,
        @Nullable Closing closing) {

    static final Progress OPEN = at(CaseStatus.OPEN);

    private static Progress at(CaseStatus status) {
        return new Progress(status, null, null, null);
    }

    static Progress closed(Closing closing) {
        return new Progress(CaseStatus.CLOSED, null, null, closing);
    }

    /** The status by the clock: an expired claim is none. */
    public CaseStatus statusAt(Instant now) {
        return status == CaseStatus.ASSIGNED && !isHeldAt(now) ? CaseStatus.OPEN : status;
    }

    boolean isClosed() {
        return status == CaseStatus.CLOSED;
    }

    Progress claim(Moderator moderator, Duration claim, Instant now) {
        switch (statusAt(now)) {
            case OPEN, QUEUED -> {}
            case ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> throw Refusal.conflict("It is escalated; release it first");
            case CLOSED -> throw Refusal.conflict("It is closed");
        }
        return new Progress(CaseStatus.ASSIGNED, moderator.id(), now.plus(claim), null);
    }

    Progress release(Moderator moderator, Instant now) {
        switch (status) {
            case OPEN -> throw Refusal.conflict("Nobody has claimed it");
            case QUEUED -> {}
            case ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> mustBeOperator(moderator);
            case CLOSED -> throw Refusal.conflict("It is closed");
        }
        return OPEN;
    }

    Progress queue(Moderator moderator, Instant now) {
        switch (status) {
            case OPEN, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case QUEUED -> throw Refusal.conflict("It is queued already");
            case ESCALATED -> throw Refusal.conflict("It is escalated");
            case CLOSED -> throw Refusal.conflict("It is closed");
        }
        return at(CaseStatus.QUEUED);
    }

    Progress escalate(Moderator moderator, Instant now) {
        switch (status) {
            case OPEN, QUEUED, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> throw Refusal.conflict("It is escalated already");
            case CLOSED -> throw Refusal.conflict("It is closed");
        }
        return at(CaseStatus.ESCALATED);
    }

    Progress reopen() {
        if (!isClosed()) {
            throw Refusal.conflict("It is not closed");
        }
        return OPEN;
    }

    void mustBeDecidableBy(Moderator moderator, Instant now) {
        switch (status) {
            case OPEN, QUEUED, ASSIGNED -> mustNotBeHeldByOtherThan(moderator, now);
            case ESCALATED -> mustBeOperator(moderator);
            case CLOSED -> throw Refusal.conflict("It is closed; reopen it first");
        }
    }

    private boolean isHeldAt(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    private void mustNotBeHeldByOtherThan(Moderator moderator, Instant now) {
        boolean heldByOther = status == CaseStatus.ASSIGNED
                && isHeldAt(now)
                && !moderator.id().equals(assigneeId);
        if (heldByOther && !moderator.isOperator()) {
            throw Refusal.conflict("Another moderator has claimed it until " + claimedUntil);
        }
    }

    private static void mustBeOperator(Moderator moderator) {
        if (!moderator.isOperator()) {
            throw Refusal.forbidden("It is escalated to the operators");
        }
    }
}
