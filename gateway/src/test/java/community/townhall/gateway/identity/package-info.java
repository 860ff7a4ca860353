/* SPDX-License-Identifier: Apache-2.0 */
/** The rules of accounts. */
@NullMarked
package community.townhall.gateway.identity;

import org.jspecify.annotations.NullMarked;
