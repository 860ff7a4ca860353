/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of tiers. */
@NullMarked
package community.townhall.rewards.tier;

import org.jspecify.annotations.NullMarked;
