/* SPDX-License-Identifier: Apache-2.0 */
/** The gateway, tested from outside. */
@NullMarked
package community.townhall.gateway;

import org.jspecify.annotations.NullMarked;
