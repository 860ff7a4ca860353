/* SPDX-License-Identifier: Apache-2.0 */
/** Badges that members hold. */
@NullMarked
package community.townhall.rewards.badge;

import org.jspecify.annotations.NullMarked;
