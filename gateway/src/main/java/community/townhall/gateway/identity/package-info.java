/* SPDX-License-Identifier: Apache-2.0 */
/** Accounts: who may sign in, by what password, in which roles. */
@NullMarked
package community.townhall.gateway.identity;

import org.jspecify.annotations.NullMarked;
