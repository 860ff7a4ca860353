/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of leaderboards. */
@NullMarked
package community.townhall.rewards.leaderboard;

import org.jspecify.annotations.NullMarked;
