/* SPDX-License-Identifier: Apache-2.0 */
/** Tiers over HTTP. */
@NullMarked
package community.townhall.rewards.tier.web;

import org.jspecify.annotations.NullMarked;
