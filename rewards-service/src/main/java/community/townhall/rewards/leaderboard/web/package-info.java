/* SPDX-License-Identifier: Apache-2.0 */
/** Leaderboards over HTTP. */
@NullMarked
package community.townhall.rewards.leaderboard.web;

import org.jspecify.annotations.NullMarked;
