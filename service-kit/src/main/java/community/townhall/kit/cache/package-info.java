/* SPDX-License-Identifier: Apache-2.0 */
/** Caches that know how much they may hold. */
@NullMarked
package community.townhall.kit.cache;

import org.jspecify.annotations.NullMarked;
