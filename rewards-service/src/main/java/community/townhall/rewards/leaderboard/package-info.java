/* SPDX-License-Identifier: Apache-2.0 */
/** Who earned most in a day, a week, a month, and ever. */
@NullMarked
package community.townhall.rewards.leaderboard;

import org.jspecify.annotations.NullMarked;
