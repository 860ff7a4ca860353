/* SPDX-License-Identifier: Apache-2.0 */
/** The rules of scopes. */
@NullMarked
package community.townhall.gateway.authorization;

import org.jspecify.annotations.NullMarked;
