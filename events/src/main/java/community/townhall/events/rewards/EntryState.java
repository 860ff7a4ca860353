/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.events.rewards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the points ledger and the account as it leaves it.
 *
 * @param entryId the entry
 * @param memberId whose account
 * @param sequence the entry's place in the account's chain; also the account's version
 * @param amount in points, as truly credited after caps; negative for a reversal
 * @param balance spendable points after the entry; may be negative after a reversal of what was spent
 * @param lifetime points ever earned less what was reversed; decides the tier
 * @param rule the rule that awarded it
 * @param subjectId the post, comment or reaction it was for
 * @param reversalOf the entry it takes back, absent for an award
 * @param tier the account's tier after the entry
 * @param effectiveAt when the points were earned; what leaderboards go by
 * @param totals of the periods around that time, after the entry
 */
public record EntryState(
        String entryId,
        String memberId,
        long sequence,
        long amount,
        long balance,
        long lifetime,
        String rule,
        String subjectId,
        @Nullable String reversalOf,
        String tier,
        Instant effectiveAt,
        PeriodTotals totals) {}
