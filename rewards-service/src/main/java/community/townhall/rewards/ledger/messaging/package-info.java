/* SPDX-License-Identifier: Apache-2.0 */
/** The ledger's events for the other services. */
@NullMarked
package community.townhall.rewards.ledger.messaging;

import org.jspecify.annotations.NullMarked;
