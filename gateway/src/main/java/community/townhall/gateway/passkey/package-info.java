/* SPDX-License-Identifier: Apache-2.0 */
/** Passkeys: signing in by what a device keeps, without a password (WebAuthn, W3C). */
@NullMarked
package community.townhall.gateway.passkey;

import org.jspecify.annotations.NullMarked;
