/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import community.townhall.rewards.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an account's chain, with the state it leaves the account in. Never changed once written.
 *
 * @param sequence its place in the chain: 1, 2, 3…
 * @param turn how many entries there are for its claim with this one: odd credits, even takes back
 * @param ruleVersion of the rule as it was when the claim was first credited
 * @param amount as truly credited, after the cap; what is taken back is exactly what was credited
 * @param reversalOf the entry it undoes: the credit that is taken back, or the taking back that is made good
 * @param balance points to spend, after the entry
 * @param lifetime points ever earned less what was taken back, after the entry
 * @param latestDay the latest UTC day that any entry up to this one is for
 * @param totals of the periods that its day is in, after the entry
 * @param effectiveAt when the points were earned; the same for all entries of a claim, so that they cancel out in every
 *     period
 */
public record Entry(
        String id,
        Claim claim,
        long sequence,
        int turn,
        long ruleVersion,
        long amount,
        @Nullable String reversalOf,
        long balance,
        long lifetime,
        LocalDate latestDay,
        Totals totals,
        Instant effectiveAt,
        Instant recordedAt) {

    public String account() {
        return claim.account();
    }

    public String cause() {
        return claim.cause(turn);
    }

    /** Whether its claim stands credited, as far as this entry knows. */
    public boolean isCredit() {
        return turn % 2 == 1;
    }

    public List<Leg> legs() {
        return List.of(new Leg(account(), amount), new Leg(Leg.ISSUANCE, -amount));
    }

    public Tier tier() {
        return Tier.of(lifetime);
    }

    /** The UTC day the points were earned on. */
    public LocalDate day() {
        return dayOf(effectiveAt);
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
