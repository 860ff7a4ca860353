/* SPDX-License-Identifier: Apache-2.0 */
/** Badges in MongoDB. */
@NullMarked
package community.townhall.rewards.badge.mongo;

import org.jspecify.annotations.NullMarked;
