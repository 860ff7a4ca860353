/* SPDX-License-Identifier: Apache-2.0 */
/** How much of whom is let through. */
@NullMarked
package community.townhall.gateway.traffic;

import org.jspecify.annotations.NullMarked;
