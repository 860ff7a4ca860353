/* SPDX-License-Identifier: Apache-2.0 */
/** The built-in authorization server: what its access tokens say and what signs them. */
@NullMarked
package community.townhall.gateway.authorization;

import org.jspecify.annotations.NullMarked;
