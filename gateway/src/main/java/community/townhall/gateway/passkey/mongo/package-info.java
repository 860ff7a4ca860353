/* SPDX-License-Identifier: Apache-2.0 */
/** Passkeys in MongoDB. */
@NullMarked
package community.townhall.gateway.passkey.mongo;

import org.jspecify.annotations.NullMarked;
