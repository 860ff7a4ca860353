/* SPDX-License-Identifier: Apache-2.0 */
/** Browsers' sessions: kept in the store, so that any gateway and any restart goes on with them. */
@NullMarked
package community.townhall.gateway.session;

import org.jspecify.annotations.NullMarked;
