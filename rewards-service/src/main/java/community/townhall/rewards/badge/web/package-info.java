/* SPDX-License-Identifier: Apache-2.0 */
/** Badges over HTTP. */
@NullMarked
package community.townhall.rewards.badge.web;

import org.jspecify.annotations.NullMarked;
