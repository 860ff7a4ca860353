/* SPDX-License-Identifier: Apache-2.0 */
/** Accounts in MongoDB. */
@NullMarked
package community.townhall.gateway.identity.mongo;

import org.jspecify.annotations.NullMarked;
