/* SPDX-License-Identifier: Apache-2.0 */
/** Standings in MongoDB. */
@NullMarked
package community.townhall.rewards.leaderboard.mongo;

import org.jspecify.annotations.NullMarked;
