/* SPDX-License-Identifier: Apache-2.0 */
/** The rules of limits. */
@NullMarked
package community.townhall.gateway.traffic;

import org.jspecify.annotations.NullMarked;
