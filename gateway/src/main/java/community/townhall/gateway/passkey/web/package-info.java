/* SPDX-License-Identifier: Apache-2.0 */
/** Passkeys over HTTP, verified by Spring Security. */
@NullMarked
package community.townhall.gateway.passkey.web;

import org.jspecify.annotations.NullMarked;
