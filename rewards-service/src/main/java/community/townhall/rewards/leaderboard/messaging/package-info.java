/* SPDX-License-Identifier: Apache-2.0 */
/** The ledger's own events, which bring the standings up to date. */
@NullMarked
package community.townhall.rewards.leaderboard.messaging;

import org.jspecify.annotations.NullMarked;
