/* SPDX-License-Identifier: Apache-2.0 */
/** Events of rewards-service: points and tiers. */
@NullMarked
package community.townhall.events.rewards;

import org.jspecify.annotations.NullMarked;
