/* SPDX-License-Identifier: Apache-2.0 */
/** The standings a member grows through. */
@NullMarked
package community.townhall.rewards.tier;

import org.jspecify.annotations.NullMarked;
