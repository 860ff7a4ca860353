/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.rewards.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a claim is credited with when it is made for the first time.
 *
 * @param dailyCap the most the account is credited by that rule in a UTC day, absent for no limit
 * @param ruleVersion of the rule they are by
 */
public record Terms(long amount, @Nullable Long dailyCap, long ruleVersion) {}
