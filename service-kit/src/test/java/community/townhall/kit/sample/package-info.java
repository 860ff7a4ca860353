/* SPDX-License-Identifier: Apache-2.0 */
/** A service made of nothing but the kit, to try the kit on. */
@NullMarked
package community.townhall.kit.sample;

import org.jspecify.annotations.NullMarked;
