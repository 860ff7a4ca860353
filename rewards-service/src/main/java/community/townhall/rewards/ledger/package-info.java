/* SPDX-License-Identifier: Apache-2.0 */
/** The points ledger: append-only chains of entries, one an account, whose books sum to zero. */
@NullMarked
package community.townhall.rewards.ledger;

import org.jspecify.annotations.NullMarked;
