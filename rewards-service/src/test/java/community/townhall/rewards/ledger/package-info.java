/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the ledger. */
@NullMarked
package community.townhall.rewards.ledger;

import org.jspecify.annotations.NullMarked;
